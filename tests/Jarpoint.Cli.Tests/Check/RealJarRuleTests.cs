namespace Jarpoint.Cli.Tests.Check;

/// <summary>Rules on jars as they are released: those that tests/jars.sh installs, and those of the machine.</summary>
public sealed class RealJarRuleTests : IDisposable
{
    private const string Maven = "/usr/share/maven/lib";

    private readonly ScratchFolder scratch = new();

    private static string Allure => Path.Combine(Require(), "allure-commandline/dist/lib");

    public void Dispose() => scratch.Dispose();

    /// <summary>
    /// The 50 jars of one product raise one finding, and it is true: two of them have the same classes of another origin.
    /// </summary>
    [Fact]
    public async Task Fifty_jars_that_belong_together_raise_the_one_finding_that_is_true()
    {
        var run = await Invocation.RunAsync("check", "--spark", "3.5.0", "--jars", Allure);

        run.Lines[^1].ShouldBe("50 jars with Spark 3.5.0: 0 errors, 1 warning, 0 notes");
        run.Lines[0].ShouldStartWith(
            "warning  class-conflict: jakarta.activation-api 1.2.2 and javax.activation-api 1.2.0 have 31 classes of the same name with other bytes: javax.activation.");
    }

    [Fact]
    public async Task The_jars_of_Maven_raise_nothing()
    {
        Assert.SkipUnless(Directory.Exists(Maven), $"{Maven} is not there");

        var run = await Invocation.RunAsync("check", "--jars", Maven);

        run.ExitCode.ShouldBe(0, run.Output);
        run.Lines[^1].ShouldEndWith(" 0 errors, 0 warnings, 0 notes");
    }

    [Fact]
    public async Task The_same_classes_with_the_same_bytes_are_a_note()
    {
        var one = Path.Combine(Allure, "commons-io-2.22.0.jar");
        var copy = scratch.Write("renamed.jar", await File.ReadAllBytesAsync(one, TestContext.Current.CancellationToken));

        var run = await Invocation.RunAsync("check", "--jars", one, copy);

        run.Lines[0].ShouldStartWith("note     class-copy: commons-io 2.22.0 and commons-io 2.22.0 have ");
        run.ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("8", 1)]
    [InlineData("25", 0)]
    public async Task A_release_of_Java_that_is_too_old_for_a_jar_is_told(string java, int exitCode)
    {
        var jar = Path.Combine(Require(), "google-closure-compiler-java/compiler.jar");

        var run = await Invocation.RunAsync("check", "--java", java, "--jars", jar);

        run.ExitCode.ShouldBe(exitCode, run.Output);
        run.Output.Contains("java-release: ", StringComparison.Ordinal).ShouldBe(exitCode == 1);
    }

    [Theory]
    [InlineData("3.5.0", 1)]
    [InlineData("2.4.8", 0)]
    public async Task A_Scala_that_Spark_is_not_released_for_is_told(string spark, int exitCode)
    {
        const string Library = "/usr/share/java/scala-library-2.11.jar";
        Assert.SkipUnless(File.Exists(Library), $"{Library} is not there");

        var run = await Invocation.RunAsync("check", "--spark", spark, "--jars", Library);

        run.ExitCode.ShouldBe(exitCode, run.Output);
        run.Output.Contains("scala-mix: Spark 3.5.0 is released for Scala 2.12 and 2.13, not for 2.11: ", StringComparison.Ordinal)
            .ShouldBe(exitCode == 1);
    }

    private static string Require()
    {
        var folder = Environment.GetEnvironmentVariable("JARPOINT_TEST_JARS");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "JARPOINT_TEST_JARS is not set; tests/jars.sh installs jars and prints it.");
        return folder!;
    }
}
