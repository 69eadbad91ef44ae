namespace Jarpoint.LocalCloud.Identity;

/// <summary>A cluster as EKS describes it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Endpoint">Where its Kubernetes API listens.</param>
/// <param name="CertificateAuthority">The certificate in PEM that the API's own is signed by.</param>
/// <param name="CreatedAt">When.</param>
public sealed record EksCluster(string Name, Uri Endpoint, string CertificateAuthority, DateTimeOffset CreatedAt)
{
    /// <summary>Minor version of the Kubernetes API that is emulated.</summary>
    public const string Version = "1.32";
}
