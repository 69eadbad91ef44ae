using System.Security.Cryptography;
using System.Text;

namespace Jarpoint.LocalCloud.Kubernetes.Access;

/// <summary>Tells who holds a bearer token.</summary>
internal sealed class BearerTokens(ClusterAccess access, TimeProvider time)
{
    /// <summary>The user with the administrator's token.</summary>
    public const string Administrator = "kubernetes-admin";

    private const string Scheme = "Bearer ";

    private readonly EksToken eks = new(access, time);

    /// <summary>The holder, or null when the header is no token of this cluster.</summary>
    public ClusterUser? Holder(string authorization)
    {
        if (!authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var token = authorization[Scheme.Length..];
        return CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(access.AdminToken))
            ? new ClusterUser(Administrator, null)
            : eks.AccessKeyOf(token) is { } key ? new ClusterUser(key, access.Rules) : null;
    }
}
