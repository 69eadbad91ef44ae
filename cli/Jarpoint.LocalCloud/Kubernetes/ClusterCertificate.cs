using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Jarpoint.LocalCloud.Kubernetes;

/// <summary>
/// A certificate authority of a cluster's own and the certificate of its API, for 127.0.0.1 and localhost. Both last
/// for as long as the process.
/// </summary>
public sealed class ClusterCertificate : IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private ClusterCertificate(string authority, X509Certificate2 server)
        => (Authority, Server) = (authority, server);

    /// <summary>The authority's certificate in PEM, as EKS hands it out.</summary>
    public string Authority { get; }

    /// <summary>With its private key.</summary>
    public X509Certificate2 Server { get; }

    public static ClusterCertificate Create(TimeProvider time)
    {
        var (from, to) = (time.GetUtcNow().AddDays(-1), time.GetUtcNow() + Lifetime);
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authority = new CertificateRequest("CN=kubernetes", authorityKey, HashAlgorithmName.SHA256);
        authority.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        authority.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        using var root = authority.CreateSelfSigned(from, to);

        using var serverKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var server = new CertificateRequest("CN=kube-apiserver", serverKey, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        names.AddDnsName("localhost");
        server.CertificateExtensions.Add(names.Build());
        server.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        server.CertificateExtensions.Add(
            new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        using var signed = server.Create(root, from, to, RandomNumberGenerator.GetBytes(16));
        return new ClusterCertificate(root.ExportCertificatePem(), signed.CopyWithPrivateKey(serverKey));
    }

    public void Dispose() => Server.Dispose();
}
