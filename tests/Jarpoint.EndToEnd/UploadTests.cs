using Amazon.S3.Model;
using Jarpoint.Catalog.Facts;

namespace Jarpoint.EndToEnd;

public sealed class UploadTests : IAsyncLifetime
{
    private RunningCloud cloud = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => cloud = await RunningCloud.StartAsync();

    public ValueTask DisposeAsync() => cloud.DisposeAsync();

    public static TheoryData<string> HostileKeys =>
    [
        "jars/a+b c@1%.jar",
        "jars/100%25.jar",
        "jars/#fragment?query=1&x=y.jar",
        "jars/../../etc/passwd.jar",
        "jars/./a//b.jar",
        "jars/'single' \"double\" `tick`.jar",
        "jars/two\nlines\tand\rmore.jar",
        "jars/größe-日本語-🚀.jar",
        "jars/e\u0301-\u00e9.jar",
        "jars/<script>alert(1)</script>.jar",
        "jars/\\backslash\\.jar",
        "jars/" + new string('k', 1024 - "jars/".Length - ".jar".Length) + ".jar",
    ];

    [Theory]
    [MemberData(nameof(HostileKeys))]
    public async Task Catalogs_a_jar_under_any_key_and_takes_it_out_again(string key)
    {
        await PutAsync(key, JarFile.Of("org.example", "hostile", "1.0"));
        await cloud.QuiesceAsync();

        var view = await cloud.Reader.LatestAsync(Cancellation);
        var entry = view.Entries.ShouldHaveSingleItem();
        entry.Key.ShouldBe(key);
        entry.Jar!.ArtifactId.ShouldBe("hostile");
        entry.Jar.Version.ShouldBe("1.0");

        await cloud.S3.DeleteObjectAsync(cloud.Bucket, key, Cancellation);
        await cloud.QuiesceAsync();

        (await cloud.Reader.LatestAsync(Cancellation)).Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Records_a_zero_byte_object_as_rejected_and_visible()
    {
        await PutAsync("jars/empty.jar", []);
        await cloud.QuiesceAsync();

        var entry = (await cloud.Reader.LatestAsync(Cancellation)).Entries.ShouldHaveSingleItem();
        entry.Kind.ShouldBe(FactKind.Rejected);
        entry.Rejection!.Reason.ShouldBe(Jars.RejectionReason.Empty);
        cloud.Host.DeadLetters.ShouldBeEmpty();
    }

    [Fact]
    public async Task Leaves_objects_that_are_no_jars_alone()
    {
        await PutAsync("jars/README.txt", "read me"u8.ToArray());
        await PutAsync("jars/folder/", []);
        await PutAsync("elsewhere/x.jar", JarFile.Of("org.example", "x", "1"));
        await cloud.QuiesceAsync();

        (await cloud.Reader.LatestAsync(Cancellation)).Revision.ShouldBe(0);
    }

    [Fact]
    public async Task Publishes_a_snapshot_of_what_it_catalogued()
    {
        await PutAsync("jars/a.jar", JarFile.Of("org.example", "a", "1"));
        await cloud.QuiesceAsync();

        var head = await cloud.S3.GetObjectMetadataAsync(cloud.Bucket, RunningCloud.Layout.Head, Cancellation);
        var snapshot = await cloud.S3.GetObjectMetadataAsync(
            cloud.Bucket, RunningCloud.Layout.Snapshot(1), Cancellation);

        head.ContentLength.ShouldBeGreaterThan(0);
        snapshot.ContentLength.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Retries_a_denied_read_and_then_shows_it_as_a_dead_letter()
    {
        cloud.Host.Faults.DenyRead("jars/secret.jar");
        await PutAsync("jars/secret.jar", JarFile.Of("org.example", "secret", "1"));
        await PutAsync("jars/open.jar", JarFile.Of("org.example", "open", "1"));
        await cloud.QuiesceAsync();

        var letter = cloud.Host.DeadLetters.ShouldHaveSingleItem();
        letter.Message.Body.ShouldContain("jars/secret.jar");
        letter.Message.ReceiveCount.ShouldBeGreaterThan(1);
        var view = await cloud.Reader.LatestAsync(Cancellation);
        view.Entries.ShouldHaveSingleItem().Key.ShouldBe("jars/open.jar");
    }

    private async Task PutAsync(string key, byte[] content)
    {
        using var body = new MemoryStream(content);
        await cloud.S3.PutObjectAsync(
            new PutObjectRequest { BucketName = cloud.Bucket, Key = key, InputStream = body }, Cancellation);
    }
}
