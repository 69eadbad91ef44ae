using System.Buffers.Text;
using System.Text;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Signing;

namespace Jarpoint.Functions.Cluster.Access;

/// <summary>
/// Makes tokens as <c>aws eks get-token</c> does: a presigned GetCallerIdentity that the API server has STS answer.
/// https://github.com/kubernetes-sigs/aws-iam-authenticator/blob/master/pkg/token/token.go
/// </summary>
internal static class EksTokenSigner
{
    public const string Prefix = "k8s-aws-v1.";

    // Of the URL. The server goes by its date instead, and takes it for 15 minutes.
    private static readonly TimeSpan Expiry = TimeSpan.FromSeconds(60);

    /// <summary>
    /// The host is always that of STS in the region, whatever AWS_ENDPOINT_URL says: nobody is called here, and an API
    /// server takes a token only for a host of STS.
    /// </summary>
    public static string Sign(string cluster, string region, ImmutableCredentials keys, DateTimeOffset now)
    {
        var endpoint = RegionEndpoint.GetBySystemName(region);
        var request = new AWSSigningRequest
        {
            HttpMethod = HttpMethod.Get,
            RequestUri = new Uri(
                $"https://sts.{region}.{endpoint.PartitionDnsSuffix}/?Action=GetCallerIdentity&Version=2011-06-15"),
        };
        request.Headers["x-k8s-aws-id"] = cluster;
        var signed = AWSSigV4Signer.Presign(
            request,
            new AWSSigV4Parameters
            {
                Credentials = keys.UseToken
                    ? new SessionAWSCredentials(keys.AccessKey, keys.SecretKey, keys.Token)
                    : new BasicAWSCredentials(keys.AccessKey, keys.SecretKey),
                Region = endpoint,
                Service = "sts",
                SignedAt = now.UtcDateTime,
            },
            Expiry);
        return Prefix + Base64Url.EncodeToString(Encoding.UTF8.GetBytes(signed.Uri.AbsoluteUri));
    }
}
