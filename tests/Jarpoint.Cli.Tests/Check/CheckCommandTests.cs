using System.Text;
using System.Text.Json.Nodes;

namespace Jarpoint.Cli.Tests.Check;

public sealed class CheckCommandTests : IDisposable
{
    private readonly CatalogFolder catalog = new();
    private readonly ScratchFolder folder = new();

    public void Dispose()
    {
        catalog.Dispose();
        folder.Dispose();
    }

    /// <summary>The jars and the version of the data-on-eks sample, and its mountpoint, which is not ours.</summary>
    [Fact]
    public async Task Finds_the_mismatch_of_the_sample_of_data_on_eks()
    {
        await catalog.PutAsync(
            ("jars/hadoop-aws-3.3.1.jar", JarFile.Of("org.apache.hadoop", "hadoop-aws", "3.3.1")),
            ("jars/aws-java-sdk-bundle-1.12.647.jar", JarFile.Of("com.amazonaws", "aws-java-sdk-bundle", "1.12.647")));

        var run = await catalog.RunAsync("check", Application(
            """
            apiVersion: sparkoperator.k8s.io/v1beta2
            kind: SparkApplication
            metadata: { name: taxi-trip }
            spec:
              type: Python
              sparkVersion: "3.4.0"
              mainApplicationFile: "local:///mnt/s3/jars/pyspark-taxi-trip.py"
              deps:
                jars:
                  - "local:///mnt/s3/jars/hadoop-aws-3.3.1.jar"
                  - "local:///mnt/s3/jars/aws-java-sdk-bundle-1.12.647.jar"
            """));

        run.ExitCode.ShouldBe(ExitCodes.Incomplete);
        run.Lines.Where(static line => line.StartsWith("error", StringComparison.Ordinal)).ShouldBe(
        [
            "error    hadoop-of-spark: hadoop-aws 3.3.1 with Spark 3.4.0, which comes with Hadoop 3.3.4: take hadoop-aws 3.3.4",
            "error    aws-sdk-of-hadoop: hadoop-aws 3.3.1 was built with AWS SDK 1.11.901, and aws-java-sdk-bundle 1.12.647 is there: take aws-java-sdk-bundle 1.11.901",
        ]);
        run.Lines[^1].ShouldBe("2 jars with Spark 3.4.0: 2 errors, 0 warnings, 0 notes");
    }

    [Fact]
    public async Task Finds_nothing_where_the_sample_is_put_right()
    {
        await catalog.PutAsync(
            ("jars/hadoop-aws-3.3.4.jar", JarFile.Of("org.apache.hadoop", "hadoop-aws", "3.3.4")),
            ("jars/aws-java-sdk-bundle-1.12.262.jar", JarFile.Of("com.amazonaws", "aws-java-sdk-bundle", "1.12.262")));

        var run = await catalog.RunAsync(
            "check", "--spark", "3.4.0", "--jars", "jars/hadoop-aws-3.3.4.jar", "com.amazonaws:aws-java-sdk-bundle:1.12.262");

        run.Output.ShouldBe("2 jars with Spark 3.4.0: 0 errors, 0 warnings, 0 notes\n");
        run.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Reads_jars_from_wherever_an_application_may_name_them()
    {
        await catalog.PutAsync(
            ("jars/a.jar", JarFile.Of("org.example", "a", "1")),
            ("jars/b.jar", JarFile.Of("org.example", "b", "1")),
            ("jars/c.jar", JarFile.Of("org.example", "c", "1")));

        var run = await catalog.RunAsync("check", "--json", Application(
            """
            kind: ScheduledSparkApplication
            spec:
              template:
                sparkVersion: 3.5.1
                mainApplicationFile: local:///mnt/jarpoint/s3/jars/a.jar
                deps: { jars: ["s3a://any/jars/b.jar", "https://example.org/d.jar"], packages: ["org.example:e:1"] }
                sparkConf: { spark.jars: "local:///mnt/jarpoint/s3/jars/c.jar,local:///mnt/jarpoint/s3/jars/gone.jar,local:///opt/x.jar" }
            """));

        run.Lines.Select(static line => JsonNode.Parse(line)!).Select(static line => $"{line["rule"]} {line["message"]}").ShouldBe(
        [
            "jar-missing local:///mnt/jarpoint/s3/jars/gone.jar: no such key at revision 1: jars/gone.jar",
            "jar-not-checked org.example:e:1: Spark itself resolves it, with what it depends on; only these coordinates were checked",
            "jar-not-checked https://example.org/d.jar: it is fetched from elsewhere and was not checked",
            "jar-not-checked local:///opt/x.jar: it is not below /mnt/jarpoint/s3, and no key ends its path: "
                + "in the image, or not there (--mountpoint names another place)",
        ]);
        run.ExitCode.ShouldBe(ExitCodes.Incomplete);
    }

    [Fact]
    public async Task Judges_the_coordinates_of_packages_that_Spark_itself_resolves()
    {
        var run = await catalog.RunAsync("check", Application(
            """
            kind: SparkApplication
            spec:
              sparkVersion: 3.4.0
              deps: { packages: ["org.apache.hadoop:hadoop-aws:3.3.1", "com.amazonaws:aws-java-sdk-bundle:1.12.647"] }
            """));

        run.Output.ShouldContain("hadoop-of-spark: hadoop-aws 3.3.1 with Spark 3.4.0, which comes with Hadoop 3.3.4");
        run.Output.ShouldContain("aws-sdk-of-hadoop: hadoop-aws 3.3.1 was built with AWS SDK 1.11.901, and aws-java-sdk-bundle 1.12.647 is there");
        run.ExitCode.ShouldBe(ExitCodes.Incomplete);
    }

    [Fact]
    public async Task A_folder_without_jars_is_no_job()
    {
        var empty = Directory.CreateDirectory(Path.Combine(catalog.Path, "empty")).FullName;

        var run = await Invocation.RunAsync("check", "--jars", empty);

        run.Error.ShouldBe($"jarpoint: {empty}: no file ending in .jar is there\n");
        run.ExitCode.ShouldBe(ExitCodes.Usage);
    }

    [Fact]
    public async Task Tells_a_jar_that_changed_since_the_lock_and_one_that_is_gone()
    {
        await catalog.PutAsync(
            ("jars/a.jar", JarFile.Of("org.example", "a", "1")),
            ("jars/b.jar", JarFile.Of("org.example", "b", "1")),
            ("jars/c.jar", JarFile.Of("org.example", "c", "1")));
        var path = Path.Combine(folder.Path, "jars.lock");
        (await catalog.RunAsync("resolve", "org.example:a:1", "org.example:b:1", "org.example:c:1", "--lock", path)).ExitCode.ShouldBe(0);
        (await catalog.RunAsync("check", "--lock", path)).Output.ShouldBe("3 jars: 0 errors, 0 warnings, 0 notes\n");
        await catalog.PutAsync(("jars/a.jar", JarFile.Of("org.example", "a", "2")));
        await catalog.DeleteAsync("jars/b.jar");

        var run = await catalog.RunAsync("check", "--lock", path);

        run.Lines.Where(static line => line.Contains("jar-changed: ", StringComparison.Ordinal)).Count().ShouldBe(2);
        run.Output.ShouldContain("error    jar-changed: jars/b.jar: gone since the lock was made\n");
        run.Output.ShouldContain("error    jar-changed: jars/a.jar: not the jar that was locked: SHA-256 ");
        run.ExitCode.ShouldBe(ExitCodes.Incomplete);
    }

    [Fact]
    public async Task Tells_a_rejected_jar_in_the_catalog_and_on_disk()
    {
        await catalog.PutAsync(("jars/bad.jar", Encoding.UTF8.GetBytes("no zip")));
        var path = folder.Write("bad.jar", "no zip either"u8);

        var run = await catalog.RunAsync("check", "--jars", "jars/bad.jar", path);

        run.Lines.Count(static line => line.StartsWith("error    jar-rejected: ", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Theory]
    [InlineData("kind: Pod\n", "one SparkApplication is needed, and there are 0")]
    [InlineData("a: [\n", "cannot be read: ")]
    public async Task Refuses_what_is_no_SparkApplication(string yaml, string reason)
    {
        var run = await Invocation.RunAsync("check", Application(yaml));

        run.ExitCode.ShouldBe(ExitCodes.Usage);
        run.Error.ShouldContain(reason);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("check", "--jars", "nonsense")]
    [InlineData("check", "/no/such/app.yaml")]
    public async Task Says_what_it_cannot_start_with(params string[] arguments)
    {
        await catalog.PutAsync(("jars/a.jar", JarFile.Of("org.example", "a", "1")));

        var run = await catalog.RunAsync(arguments);

        run.ExitCode.ShouldBe(ExitCodes.Usage);
        run.Error.ShouldStartWith("jarpoint: ");
        run.Output.ShouldBeEmpty();
    }

    private string Application(string yaml) => folder.Write("app.yaml", Encoding.UTF8.GetBytes(yaml));
}
