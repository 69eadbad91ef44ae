using System.Security.Cryptography;
using Jarpoint.LocalCloud.S3.State;

namespace Jarpoint.LocalCloud.Tests.S3;

/// <summary>A client written by others, in another language, with its default settings.</summary>
public sealed class AwsCliTests(S3Server server) : IClassFixture<S3Server>, IDisposable
{
    private readonly DirectoryInfo scratch = Directory.CreateTempSubdirectory("jarpoint-aws-");

    [Fact]
    public async Task The_high_level_commands_copy_list_sync_and_remove()
    {
        AwsCli.SkipUnlessInstalled();
        var local = await FileAsync("up/a b+c.jar", RandomNumberGenerator.GetBytes(1000));
        await FileAsync("up/nested/é.jar", RandomNumberGenerator.GetBytes(2000));

        await AwsAsync("s3", "mb", "s3://cli-high-level");
        await AwsAsync("s3", "sync", Path.Combine(scratch.FullName, "up"), "s3://cli-high-level/jars/");
        await AwsAsync("s3", "cp", "s3://cli-high-level/jars/a b+c.jar", "s3://cli-high-level/copied.jar");
        await AwsAsync("s3", "cp", "s3://cli-high-level/copied.jar", Path.Combine(scratch.FullName, "down.jar"));
        var listed = await AwsAsync("s3", "ls", "--recursive", "s3://cli-high-level");
        await AwsAsync("s3", "rm", "s3://cli-high-level/copied.jar");
        await AwsAsync("s3", "rm", "--recursive", "s3://cli-high-level/jars/");
        await AwsAsync("s3", "rb", "s3://cli-high-level");

        (await File.ReadAllBytesAsync(Path.Combine(scratch.FullName, "down.jar"), Cancelled))
            .ShouldBe(await File.ReadAllBytesAsync(local, Cancelled));
        foreach (var part in (string[])["1000 copied.jar", "1000 jars/a b+c.jar", "2000 jars/nested/é.jar"])
            listed.Output.ShouldContain(part);
        server.Store.HasBucket("cli-high-level").ShouldBeFalse();
    }

    [Fact]
    public async Task A_large_file_goes_up_in_parts_and_comes_down_in_ranges()
    {
        AwsCli.SkipUnlessInstalled();
        var bucket = server.NewBucket();
        var content = RandomNumberGenerator.GetBytes(20 * 1024 * 1024);
        var local = await FileAsync("large.jar", content);

        await AwsAsync("s3", "cp", local, $"s3://{bucket}/large.jar");
        await AwsAsync("s3", "cp", $"s3://{bucket}/large.jar", local + ".down");

        server.Store.Find(bucket, "large.jar").ShouldNotBeNull().ETag.ShouldEndWith("-3");
        (await File.ReadAllBytesAsync(local + ".down", Cancelled)).ShouldBe(content);
    }

    [Fact]
    public async Task A_conditional_put_answers_the_cli_as_S3_does()
    {
        AwsCli.SkipUnlessInstalled();
        var bucket = server.NewBucket();
        var local = await FileAsync("body", "first"u8.ToArray());
        string[] put = ["s3api", "put-object", "--bucket", bucket, "--key", "key", "--body", local];

        await AwsAsync([.. put, "--if-none-match", "*"]);
        var again = await AwsCli.RunAsync(server.Url, [.. put, "--if-none-match", "*"]);
        var etag = server.Store.Find(bucket, "key").ShouldNotBeNull().ETag;
        await AwsAsync([.. put, "--if-match", etag]);

        again.ExitCode.ShouldNotBe(0);
        again.Error.ShouldContain("PreconditionFailed");
        server.Store.ListVersions(bucket, new ListingQuery()).Objects.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Versions_notifications_and_batches_parse_in_the_cli()
    {
        AwsCli.SkipUnlessInstalled();
        var bucket = server.NewBucket();
        await server.PutAsync(bucket, "key", "1");
        var marker = server.Store.Delete(bucket, "key").VersionId;
        const string Notification =
            """{"QueueConfigurations":[{"QueueArn":"arn:aws:sqs:eu-west-1:0:jars","Events":["s3:ObjectCreated:*"]}]}""";

        var versions = await AwsAsync(
            "s3api", "list-object-versions", "--bucket", bucket, "--query", "DeleteMarkers[].VersionId", "--output", "text");
        await AwsAsync(
            "s3api", "delete-objects", "--bucket", bucket, "--delete", $"Objects=[{{Key=key,VersionId={marker}}}]");
        await AwsAsync(
            "s3api", "put-bucket-notification-configuration", "--bucket", bucket,
            "--notification-configuration", Notification);
        var stored = await AwsAsync("s3api", "get-bucket-notification-configuration", "--bucket", bucket);

        versions.Output.Trim().ShouldBe(marker);
        server.Store.Find(bucket, "key").ShouldNotBeNull();
        stored.Output.ShouldContain("arn:aws:sqs:eu-west-1:0:jars");
    }

    public void Dispose() => scratch.Delete(recursive: true);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private async Task<AwsCli.Answer> AwsAsync(params string[] arguments) =>
        (await AwsCli.RunAsync(server.Url, arguments)).ShouldSucceed();

    private async Task<string> FileAsync(string name, byte[] content)
    {
        var path = Path.Combine(scratch.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, content, Cancelled);
        return path;
    }
}
