using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Jarpoint.Functions.Cluster.Transport;

/// <summary>Connections to the API server.</summary>
internal static class ClusterTransport
{
    public static SocketsHttpHandler Sockets(X509Certificate2Collection authorities)
    {
        var handler = Http.Sockets.Create();
        if (authorities.Count > 0)
        {
            handler.SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = Trust(authorities) };
        }

        return handler;
    }

    // Exactly the cluster's own authority; the host name is checked besides. It publishes no revocation lists.
    private static X509ChainPolicy Trust(X509Certificate2Collection authorities)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
        };
        policy.CustomTrustStore.AddRange(authorities);
        // A server's certificate: the same authority signs those of clients.
        policy.ApplicationPolicy.Add(new Oid("1.3.6.1.5.5.7.3.1"));
        return policy;
    }
}
