using System.Text.Json.Nodes;

namespace Jarpoint.Cli.Tests.Resolve;

public sealed class ResolveCommandTests : IDisposable
{
    private readonly CatalogFolder catalog = new();

    private string Lock => Path.Combine(catalog.Path, "app.lock");

    public void Dispose() => catalog.Dispose();

    [Theory]
    [InlineData("org.example:core:1.9", "jars/core-1.9.jar")]
    [InlineData("org.example:core:1.9.0", "jars/core-1.9.jar")]
    [InlineData("org.example:core:latest", "jars/core-1.10.jar")]
    [InlineData("org.example:core:[1.0,1.10)", "jars/core-1.9.jar")]
    [InlineData("org.example:core:[1.11,)", "jars/core-2.0-rc1.jar")]
    [InlineData("jars/core-1.9.jar", "jars/core-1.9.jar")]
    public async Task Finds_the_jar_that_is_meant(string request, string key)
    {
        await FillAsync();

        var run = await catalog.RunAsync("resolve", request);

        run.Error.ShouldBe("");
        run.Output.ShouldBe($"spark.jars local:///mnt/jarpoint/s3/{key}\n");
    }

    [Fact]
    public async Task Writes_what_spark_submit_and_a_spark_application_take()
    {
        await FillAsync();
        await catalog.PutAsync(("jars/a b,c+%.jar", JarFile.Of("org.example", "odd", "1")));
        string[] request = ["org.example:core:1.9", "org.example:odd:1", "--mountpoint", "/mnt/s3/"];

        (await catalog.RunAsync(["resolve", "--conf", .. request])).Output.ShouldBe(
            "--conf spark.jars=local:///mnt/s3/jars/core-1.9.jar,local:///mnt/s3/jars/a%20b%2Cc+%25.jar\n");
        (await catalog.RunAsync(["resolve", "--yaml", .. request])).Output.ShouldBe(
            "spec:\n  deps:\n    jars:\n      - local:///mnt/s3/jars/core-1.9.jar\n      - local:///mnt/s3/jars/a%20b%2Cc+%25.jar\n");
    }

    [Fact]
    public async Task Says_what_is_wrong_with_each_request_and_prints_nothing()
    {
        await FillAsync();
        await catalog.PutAsync(
            ("jars/other/core.jar", JarFile.With(
                ("a.txt", "other"),
                ("META-INF/maven/org.example/core/pom.properties", "groupId=org.example\nartifactId=core\nversion=1.9\n"))),
            ("jars/bad.jar", "no archive"u8.ToArray()));

        var run = await catalog.RunAsync(
            "resolve", "org.example:core:1.9", "org.example:core:7", "org.example:none:1", "jars/none.jar", "jars/bad.jar");

        run.ExitCode.ShouldBe(ExitCodes.Incomplete);
        run.Output.ShouldBe("");
        run.Error.ReplaceLineEndings().ShouldBe(
            """
            jarpoint: org.example:core:1.9: several different jars say so; name one by its key: jars/core-1.9.jar, jars/other/core.jar
            jarpoint: org.example:core:7: no such version; there is 2.0-rc1, 1.10, 1.9
            jarpoint: org.example:none:1: no jar has this group and artifact
            jarpoint: jars/none.jar: no such key
            jarpoint: jars/bad.jar: rejected: notAnArchive: No end-of-central-directory record: not a zip archive, or cut short.

            """.ReplaceLineEndings());
    }

    [Theory]
    [InlineData("core", "jarpoint: core: G:A:VERSION, G:A:[FROM,TO), G:A:latest, or a key\n")]
    [InlineData("a:b:[1", "jarpoint: a:b:[1: [1 is no version range such as [1.0,2.0)\n")]
    public async Task Refuses_what_is_no_request(string request, string error)
    {
        var run = await catalog.RunAsync("resolve", request);

        run.ExitCode.ShouldBe(ExitCodes.Usage);
        run.Error.ShouldBe(error);
    }

    [Fact]
    public async Task Pins_a_revision()
    {
        await FillAsync();
        await catalog.PutAsync(("jars/core-1.11.jar", JarFile.Of("org.example", "core", "1.11")));

        (await catalog.RunAsync("resolve", "org.example:core:latest")).Output.ShouldContain("core-1.11.jar");
        (await catalog.RunAsync("resolve", "org.example:core:latest", "--at", "1")).Output.ShouldContain("core-1.10.jar");
    }

    [Fact]
    public async Task Locks_revision_and_digests_and_keeps_to_them()
    {
        await FillAsync();
        await catalog.RunAsync("resolve", "org.example:core:latest", "--lock", Lock);
        var written = JsonNode.Parse(await File.ReadAllTextAsync(Lock, TestContext.Current.CancellationToken))!;
        ((long)written["revision"]!).ShouldBe(1);
        ((string)written["jars"]![0]!["sha256"]!).Length.ShouldBe(64);

        // A newer version is no difference: the lock holds.
        await catalog.PutAsync(("jars/core-1.11.jar", JarFile.Of("org.example", "core", "1.11")));
        var held = await catalog.RunAsync("resolve", "--locked", "--lock", Lock, "org.example:core:latest");
        held.Output.ShouldBe("spark.jars local:///mnt/jarpoint/s3/jars/core-1.10.jar\n");
        (await catalog.RunAsync("resolve", "--locked", "--lock", Lock)).Output.ShouldBe(held.Output);
    }

    [Fact]
    public async Task Refuses_a_difference_from_the_lock()
    {
        await FillAsync();
        await catalog.RunAsync("resolve", "jars/core-1.9.jar", "jars/core-1.10.jar", "--lock", Lock);
        await catalog.PutAsync(("jars/core-1.9.jar", JarFile.Of("org.example", "core", "1.9-changed")));
        await catalog.DeleteAsync("jars/core-1.10.jar");

        var run = await catalog.RunAsync("resolve", "--locked", "--lock", Lock, "jars/core-1.9.jar", "org.example:core:latest");

        run.ExitCode.ShouldBe(ExitCodes.Incomplete);
        run.Output.ShouldBe("");
        run.Error.ShouldContain("jarpoint: org.example:core:latest: not in the lock\n");
        run.Error.ShouldContain("jarpoint: jars/core-1.10.jar: in the lock, and not asked for\n");
        run.Error.ShouldContain("jarpoint: jars/core-1.9.jar: not the jar that was locked: SHA-256 ");
        run.Error.ShouldContain("jarpoint: jars/core-1.10.jar: gone since the lock was made\n");
    }

    [Fact]
    public async Task Refuses_a_lock_that_is_none()
    {
        await FillAsync();
        await File.WriteAllTextAsync(Lock, """{"format":"other/1","revision":1,"jars":[]}""", TestContext.Current.CancellationToken);

        var run = await catalog.RunAsync("resolve", "--locked", "--lock", Lock);

        run.ExitCode.ShouldBe(ExitCodes.Usage);
        run.Error.ShouldBe($"jarpoint: {Lock}: its format is other/1; this release reads jarpoint.lock/1\n");
    }

    private Task FillAsync() => catalog.PutAsync(
        ("jars/core-1.9.jar", JarFile.Of("org.example", "core", "1.9")),
        ("jars/core-1.10.jar", JarFile.Of("org.example", "core", "1.10")),
        ("jars/core-2.0-rc1.jar", JarFile.Of("org.example", "core", "2.0-rc1")));
}
