using System.Security.Cryptography;
using System.Text;
using Jarpoint.LocalCloud.Wire;

namespace Jarpoint.LocalCloud.Kubernetes.Access;

/// <summary>
/// The signature a presigned GetCallerIdentity for a cluster must have.
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
/// </summary>
internal static class PresignedSignature
{
    public const string ClusterHeader = "x-k8s-aws-id";

    private const string HashOfNothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    /// <summary>The signature in hexadecimal, or null when other headers than host and cluster are signed.</summary>
    public static string? Of(Uri url, QueryValues query, string cluster, string secret)
    {
        if (query["X-Amz-SignedHeaders"] != $"host;{ClusterHeader}")
        {
            return null;
        }

        var canonical = string.Join(
            '\n',
            "GET",
            "/",
            CanonicalQuery(query),
            $"host:{url.Authority}",
            $"{ClusterHeader}:{cluster}",
            "",
            $"host;{ClusterHeader}",
            HashOfNothing);
        var scope = query["X-Amz-Credential"]!.Split('/')[1..];
        var toSign = string.Join(
            '\n',
            "AWS4-HMAC-SHA256",
            query["X-Amz-Date"],
            string.Join('/', scope),
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical))));
        var key = scope.Aggregate(Encoding.UTF8.GetBytes("AWS4" + secret), Hmac);
        return Convert.ToHexStringLower(Hmac(key, toSign));
    }

    private static string CanonicalQuery(QueryValues query)
        => string.Join('&', query.Names
            .Where(static name => name != "X-Amz-Signature")
            .Select(name => (Name: Uri.EscapeDataString(name), Value: Uri.EscapeDataString(query[name]!)))
            .OrderBy(static pair => pair.Name, StringComparer.Ordinal)
            .Select(static pair => $"{pair.Name}={pair.Value}"));

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
