using Jarpoint.LocalCloud.Hosting;

namespace Jarpoint.Cli.Local;

/// <summary>How to go on with the <c>aws</c> command.</summary>
internal static class UsageHint
{
    public static async Task WriteAsync(TextWriter output, LocalCloudHost host)
    {
        var endpoint = host.Endpoint.AbsoluteUri.TrimEnd('/');
        await output.WriteLineAsync(
            $"""

            Use it with the aws command or any AWS SDK, in another terminal:
              export AWS_ENDPOINT_URL={endpoint} AWS_REGION=us-east-1
              export AWS_ACCESS_KEY_ID={LocalClients.AccessKey} AWS_SECRET_ACCESS_KEY={LocalClients.SecretKey}
              aws s3 cp my-library-1.0.jar s3://{host.Bucket}/jars/
              aws s3 ls s3://{host.Bucket}/catalog/v1/log/
              aws s3 rm s3://{host.Bucket}/jars/my-library-1.0.jar
            aws sqs of version 1, and any aws older than 1.29 or 2.13, wants --endpoint-url {endpoint} instead.
            Changes appear below. Ctrl-C stops.
            """);
    }
}
