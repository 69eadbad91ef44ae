using System.Buffers.Text;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Jarpoint.LocalCloud.Wire;

namespace Jarpoint.LocalCloud.Kubernetes.Access;

/// <summary>
/// Checks the token of an EKS cluster as its authenticator does: a presigned GetCallerIdentity in base64url.
/// https://github.com/kubernetes-sigs/aws-iam-authenticator/blob/master/pkg/token/token.go
/// </summary>
internal sealed partial class EksToken(ClusterAccess access, TimeProvider time)
{
    private const string Prefix = "k8s-aws-v1.";
    private const int MostCharacters = 4096;
    private const int LongestExpiry = 900;

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private static readonly ImmutableHashSet<string> Parameters = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "action", "version", "x-amz-algorithm", "x-amz-credential", "x-amz-date", "x-amz-expires",
        "x-amz-security-token", "x-amz-signature", "x-amz-signedheaders", "x-amz-user-agent");

    /// <summary>The access key that signed it, or null when the token is not valid for this cluster now.</summary>
    public string? AccessKeyOf(string token)
    {
        if (token.Length > MostCharacters || !token.StartsWith(Prefix, StringComparison.Ordinal)
            || !Base64Url.IsValid(token.AsSpan(Prefix.Length)))
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token.AsSpan(Prefix.Length)));
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.AbsolutePath != "/" || !IsSts(url))
        {
            return null;
        }

        var pairs = url.Query.TrimStart('?').Split('&');
        var query = QueryValues.Parse(url.Query.TrimStart('?'));
        return query.Names.Count == pairs.Length && query.Names.All(Parameters.Contains) && IsSigned(url, query)
            ? query["X-Amz-Credential"]!.Split('/')[0]
            : null;
    }

    private bool IsSigned(Uri url, QueryValues query)
    {
        if (query["Action"] != "GetCallerIdentity" || query["X-Amz-Signature"] is null
            || query["X-Amz-Credential"]?.Split('/') is not [{ Length: > 0 } key, _, _, "sts", "aws4_request"]
            || query["X-Amz-SignedHeaders"]?.Split(';').Contains(PresignedSignature.ClusterHeader) != true
            || !IsTimely(query))
        {
            return false;
        }

        return !access.Secrets.TryGetValue(key, out var secret)
            || PresignedSignature.Of(url, query, access.Cluster, secret) == query["X-Amz-Signature"];
    }

    private bool IsTimely(QueryValues query)
        => DateTimeOffset.TryParseExact(
                query["X-Amz-Date"],
                "yyyyMMdd'T'HHmmss'Z'",
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var signedAt)
            && (time.GetUtcNow() - signedAt).Duration() <= Lifetime
            && int.TryParse(query["X-Amz-Expires"], NumberStyles.None, CultureInfo.InvariantCulture, out var expires)
            && expires <= LongestExpiry;

    private bool IsSts(Uri url)
        => url.Scheme == Uri.UriSchemeHttps && StsHost().IsMatch(url.Host)
            || access.LocalHosts.Contains(url.Authority, StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"\Asts(\.[a-z0-9-]+)?\.amazonaws\.com(\.cn)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex StsHost();
}
