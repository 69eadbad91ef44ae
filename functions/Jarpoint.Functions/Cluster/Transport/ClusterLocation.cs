using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Jarpoint.Functions.Cluster.Transport;

/// <summary>Where an API server is and whom its certificate must come from.</summary>
/// <param name="Endpoint">https, or http of loopback.</param>
/// <param name="Authorities">Empty for http only.</param>
internal sealed record ClusterLocation(Uri Endpoint, X509Certificate2Collection Authorities)
{
    /// <param name="endpoint">Address.</param>
    /// <param name="authority">Base64 of PEM or DER.</param>
    /// <exception cref="FormatException">One of them is not usable; the message says why.</exception>
    public static ClusterLocation Parse(string endpoint, string? authority)
    {
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp)
            || address is not { UserInfo.Length: 0, Query.Length: 0, Fragment.Length: 0, AbsolutePath: "/" })
        {
            throw new FormatException($"'{endpoint}' is no address of an API server, such as https://HOST");
        }

        if (address.Scheme == Uri.UriSchemeHttp)
        {
            return address.IsLoopback
                ? new ClusterLocation(address, [])
                : throw new FormatException(
                    $"'{endpoint}': without TLS a token would be readable on the way; use https");
        }

        return string.IsNullOrWhiteSpace(authority)
            ? throw new FormatException($"'{endpoint}': an https endpoint needs the cluster's certificate authority")
            : new ClusterLocation(address, Certificates(authority));
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "Certificates live as long as the process.")]
    private static X509Certificate2Collection Certificates(string authority)
    {
        try
        {
            var bytes = Convert.FromBase64String(authority);
            var certificates = new X509Certificate2Collection();
            if (bytes.AsSpan().IndexOf("-----BEGIN "u8) >= 0)
            {
                certificates.ImportFromPem(Encoding.ASCII.GetString(bytes));
            }
            else
            {
                certificates.Add(X509CertificateLoader.LoadCertificate(bytes));
            }

            return certificates.Count > 0 ? certificates : throw new FormatException("PEM without a certificate");
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            throw new FormatException("The certificate authority is not base64 of a PEM or DER certificate", e);
        }
    }
}
