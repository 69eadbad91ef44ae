using Amazon.Runtime;
using Amazon.S3;

namespace Jarpoint.Cli.Local;

/// <summary>AWS clients of a local cloud. Its keys open nothing: no signature is verified there.</summary>
internal static class LocalClients
{
    public const string AccessKey = "local";
    public const string SecretKey = "local";

    public static AmazonS3Client S3(Uri endpoint) => new(
        new BasicAWSCredentials(AccessKey, SecretKey),
        new AmazonS3Config
        {
            ServiceURL = endpoint.AbsoluteUri,
            ForcePathStyle = true,
            AuthenticationRegion = "us-east-1",
        });
}
