using System.Text;
using System.Text.Json;
using Jarpoint.Cli.Local;
using Jarpoint.LocalCloud.Hosting;

namespace Jarpoint.Cli.Tests.Push;

/// <summary>The command against a whole laptop cloud with the real functions.</summary>
public sealed class PushCommandTests : IAsyncLifetime
{
    private readonly ScratchFolder folder = new();
    private LocalCloudHost cloud = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => cloud = await LocalCloudHost.StartAsync(
        new LocalCloudOptions { Bootstrap = BootstrapFile.Find(null), Port = 0 }, Cancelled);

    public async ValueTask DisposeAsync()
    {
        await cloud.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Uploads_a_jar_waits_for_the_catalog_and_prints_the_line_for_Spark()
    {
        var jar = folder.Write("app-1.0.jar", JarFile.Of("org.example", "app", "1.0"));

        var run = await PushAsync(jar);

        run.Error.ShouldBeEmpty();
        run.Lines.ShouldBe(
        [
            "jars/app-1.0.jar  catalogued  catalog@1  org.example:app:1.0",
            "spark.jars local:///mnt/jarpoint/s3/jars/app-1.0.jar",
        ]);
        run.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task S3_keeps_the_SHA_256_of_the_whole_jar()
    {
        var content = JarFile.Of("org.example", "app", "1.0");
        await PushAsync(folder.Write("app-1.0.jar", content));
        using var s3 = LocalClients.S3(cloud.Endpoint);
        var head = await s3.GetObjectMetadataAsync(
            new() { BucketName = cloud.Bucket, Key = "jars/app-1.0.jar", ChecksumMode = Amazon.S3.ChecksumMode.ENABLED }, Cancelled);
        head.ChecksumSHA256.ShouldBe(Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(content)));
        head.ChecksumType.ShouldBe(Amazon.S3.ChecksumType.FULL_OBJECT);
    }

    [Fact]
    public async Task The_same_jar_once_more_is_already_there()
    {
        var jar = folder.Write("app-1.0.jar", JarFile.Of("org.example", "app", "1.0"));
        await PushAsync(jar);

        var run = await PushAsync(jar);

        run.ExitCode.ShouldBe(0, run.Output);
        run.Lines[0].ShouldBe("jars/app-1.0.jar  already there  catalog@1  org.example:app:1.0");
        cloud.Store.Find(cloud.Bucket, "catalog/v1/log/00000000000000000002.json").ShouldBeNull();
    }

    [Fact]
    public async Task The_same_jar_that_was_uploaded_without_a_SHA_256_is_already_there()
    {
        var jar = folder.Write("app-1.0.jar", JarFile.Of("org.example", "app", "1.0"));
        await using (var content = File.OpenRead(jar))
        {
            await cloud.Store.PutAsync(cloud.Bucket, "jars/app-1.0.jar", content, cancellationToken: TestContext.Current.CancellationToken);
        }

        var run = await PushAsync(jar);

        run.ExitCode.ShouldBe(0, run.Output);
        run.Lines[0].ShouldStartWith("jars/app-1.0.jar  already there  catalog@");
        (await PushAsync(folder.Write("app-1.0.jar", JarFile.Of("org.example", "other", "1.0")))).ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task Another_jar_of_the_same_name_is_refused_with_what_is_there()
    {
        await PushAsync(folder.Write("app-1.0.jar", JarFile.Of("org.example", "app", "1.0")));
        var digest = (await JsonAsync("app-1.0.jar"))[0].GetProperty("sha256").GetString();
        var other = folder.Write("app-1.0.jar", JarFile.Of("org.example", "other", "1.0"));

        var run = await PushAsync(other);

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldStartWith("jars/app-1.0.jar  refused  another jar is there: ");
        run.Output.ShouldContain($"SHA-256 {digest}");
        run.Output.ShouldNotContain("spark.jars");
    }

    [Fact]
    public async Task A_jar_that_the_catalog_would_reject_is_refused_and_holds_no_key()
    {
        var good = folder.Write("app-1.0.jar", JarFile.Of("org.example", "app", "1.0"));
        var bad = folder.Write("bad-1.0.jar", Encoding.UTF8.GetBytes("no zip at all"));

        var run = await PushAsync(bad, good, "--to", $"s3://{cloud.Bucket}/jars/my team/");

        run.ExitCode.ShouldBe(1);
        run.Lines[0].ShouldStartWith("jars/my team/bad-1.0.jar  refused  notAnArchive: ");
        run.Lines[0].ShouldEndWith("; nothing was uploaded");
        cloud.Store.Find(cloud.Bucket, "jars/my team/bad-1.0.jar").ShouldBeNull();
        run.Lines[1].ShouldStartWith("jars/my team/app-1.0.jar  catalogued");
        run.Lines[2].ShouldBe("spark.jars local:///mnt/jarpoint/s3/jars/my%20team/app-1.0.jar");
    }

    [Fact]
    public async Task Says_what_the_catalog_does_not_list_in_time()
    {
        var jar = folder.Write("app-1.0.jar", JarFile.Of("org.example", "app", "1.0"));
        // Nobody is told of uploads to this bucket.
        cloud.Store.CreateBucket("quiet");

        var run = await PushAsync(jar, "--to", "s3://quiet/jars/", "--timeout", "1");

        run.ExitCode.ShouldBe(1);
        run.Lines.ShouldHaveSingleItem().ShouldContain("uploaded, but the catalog does not list it after 1 s");

        var unwaited = await PushAsync(jar, "--to", "s3://quiet/jars/", "--no-wait");
        unwaited.ExitCode.ShouldBe(0, unwaited.Output);
        unwaited.Lines[0].ShouldBe("jars/app-1.0.jar  already there");
    }

    [Fact]
    public async Task Writes_a_JSON_object_a_line()
    {
        folder.Write("app-1.0.jar", JarFile.Of("org.example", "app", "1.0"));
        var line = (await JsonAsync("app-1.0.jar")).ShouldHaveSingleItem();
        line.GetProperty("status").GetString().ShouldBe("catalogued");
        line.GetProperty("revision").GetInt64().ShouldBe(1);
        line.GetProperty("uri").GetString().ShouldBe("local:///mnt/jarpoint/s3/jars/app-1.0.jar");
        line.GetProperty("alreadyThere").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task A_bucket_that_is_not_there_is_told_by_S3s_code()
    {
        var jar = folder.Write("app-1.0.jar", JarFile.Of("org.example", "app", "1.0"));
        var run = await PushAsync(jar, "--to", "s3://no-such-bucket/jars/");
        run.ExitCode.ShouldBe(ExitCodes.Failed);
        run.Output.ShouldContain("failed  S3 answered 404 NoSuchBucket");
    }

    [Theory]
    [InlineData("jars/", "--to jars/: s3://BUCKET/jars/")]
    [InlineData("s3://bucket/catalog/v1/", "--to s3://bucket/catalog/v1/: s3://BUCKET/jars/")]
    [InlineData("s3:///jars/", "--to s3:///jars/: s3://BUCKET/jars/")]
    [InlineData("s3://bucket/jars/../catalog/", "s3://BUCKET/jars/")]
    public async Task An_address_the_catalog_does_not_look_at_is_refused(string to, string message)
    {
        var jar = folder.Write("app-1.0.jar", JarFile.Of("org.example", "app", "1.0"));
        var run = await PushAsync(jar, "--to", to);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(message);
    }

    [Fact]
    public async Task Nothing_is_sent_when_one_of_the_files_cannot_be_pushed()
    {
        var jar = folder.Write("app-1.0.jar", JarFile.Of("org.example", "app", "1.0"));
        var text = folder.Write("readme.txt", "text"u8);
        foreach (var (wrong, why) in new[] { (text, "does not end in .jar"), (jar + ".jar", "no such file"), (jar, "another file is named") })
        {
            var run = await PushAsync(jar, wrong);
            run.ExitCode.ShouldBe(2);
            run.Error.ShouldContain(why);
        }

        cloud.Store.Find(cloud.Bucket, "jars/app-1.0.jar").ShouldBeNull();
    }

    private Task<Invocation> PushAsync(params string[] arguments)
        => Invocation.RunAsync(["push", .. arguments, "--endpoint", cloud.Endpoint.AbsoluteUri]);

    private async Task<IReadOnlyList<JsonElement>> JsonAsync(string name)
    {
        var run = await PushAsync(Path.Combine(folder.Path, name), "--json");
        return [.. run.Lines.Select(static line => JsonDocument.Parse(line).RootElement)];
    }
}
