using System.CommandLine;
using Amazon.Runtime;
using Amazon.S3;
using Jarpoint.Catalog;
using Jarpoint.Catalog.Reading;
using Jarpoint.Cli.Local;
using Jarpoint.Functions.Storage;

namespace Jarpoint.Cli.Push;

/// <summary><c>jarpoint push FILE...</c>: publishes jars.</summary>
internal static class PushCommand
{
    private const string LocalBucket = "spark-jars";

    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Jars.", Arity = ArgumentArity.OneOrMore };
        var to = new Option<string?>("--to")
        {
            Description = "Where they go: s3://BUCKET/jars/ or below. Default: jars/ in $JARPOINT_BUCKET, or with "
                + $"--endpoint in {LocalBucket}.",
            HelpName = "ADDRESS",
        };
        var endpoint = new Option<string?>("--endpoint")
        {
            Description = "A laptop cloud, such as http://127.0.0.1:4566. Default: AWS, as the environment says.",
            HelpName = "URL",
        };
        var noWait = new Option<bool>("--no-wait") { Description = "Do not wait until the catalog lists them." };
        var timeout = new Option<int>("--timeout")
        {
            Description = "Seconds to wait for the catalog, for each jar.",
            HelpName = "SECONDS",
            DefaultValueFactory = _ => 120,
            CustomParser = static word => WholeNumber.Parse(word, "--timeout", 1, 86_400) ?? 0,
        };
        var mountpoint = Resolve.Mountpoint.Option("Where nodes mount the bucket, for the spark.jars line.");
        var json = new Option<bool>("--json") { Description = "One JSON object a line." };
        var command = new Command(
            "push",
            "Upload jars with their SHA-256, never over another one, and wait for the catalog. "
            + "Exit code 1 when one is refused or rejected, or not listed in time.")
        {
            files, to, endpoint, noWait, timeout, mountpoint, json,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var local = Endpoint(parsed.GetValue(endpoint));
            var target = PushTarget.Parse(parsed.GetValue(to) ?? DefaultTarget(local is not null));
            using var s3 = local is null ? FromEnvironment(target) : LocalClients.S3(local);
            var store = new S3ObjectStore(s3, target.Bucket, TimeProvider.System);
            var configuration = parsed.InvocationConfiguration;
            return await new PushRun(
                new JarPusher(s3, target.Bucket, TimeProvider.System),
                new CatalogWait(new CatalogReader(store, new CatalogLayout()), TimeProvider.System),
                configuration.Output,
                configuration.Error)
            {
                Target = target,
                Wait = parsed.GetValue(noWait) ? null : TimeSpan.FromSeconds(parsed.GetValue(timeout)),
                Mountpoint = parsed.GetValue(mountpoint)!,
                Json = parsed.GetValue(json),
            }.RunAsync(parsed.GetRequiredValue(files), cancellationToken);
        });
        return command;
    }

    private static IAmazonS3 FromEnvironment(PushTarget target)
    {
        try
        {
            return S3Storage.CreateClient(pathStyle: false);
        }
        catch (AmazonClientException unusable)
        {
            throw new UsageException($"s3://{target.Bucket}: {unusable.Message}; set AWS_REGION");
        }
    }

    private static string DefaultTarget(bool local)
        => (Environment.GetEnvironmentVariable("JARPOINT_BUCKET"), local) switch
        {
            ({ Length: > 0 } bucket, _) => $"s3://{bucket}/jars/",
            (_, true) => $"s3://{LocalBucket}/jars/",
            _ => throw new UsageException("name the bucket with --to s3://BUCKET/jars/ or JARPOINT_BUCKET"),
        };

    private static Uri? Endpoint(string? text)
        => text is null ? null
            : Uri.TryCreate(text, UriKind.Absolute, out var endpoint) && endpoint.Scheme is "http" ? endpoint
            : throw new UsageException($"--endpoint {text}: an address such as http://127.0.0.1:4566/");
}
