using Jarpoint.LocalCloud.Hosting;

namespace Jarpoint.Cli.Local;

/// <summary>How to go on with other commands.</summary>
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
              aws s3 cp my-library-1.0.jar s3://{host.Bucket}/jars/my-team/
              aws s3 ls s3://{host.Bucket}/catalog/v1/log/
              aws s3 rm s3://{host.Bucket}/jars/my-team/my-library-1.0.jar
            aws sqs of version 1, and any aws older than 1.29 or 2.13, wants --endpoint-url {endpoint} instead.
            """);
        if (host.Nodes is { } nodes)
        {
            var kubeconfig = KubeConfig.Write(host.Store.Directory, nodes);
            await output.WriteLineAsync(
                $"""
                Nodes:
                  jarpoint nodes --endpoint {endpoint}
                  jarpoint nodes launch 3 --endpoint {endpoint}
                  jarpoint nodes break NODE --how kill --endpoint {endpoint}
                  jarpoint sweep --endpoint {endpoint}
                  kubectl --kubeconfig {kubeconfig} describe nodes
                """);
        }

        await output.WriteLineAsync("Changes appear below. Ctrl-C stops.");
    }
}
