namespace Jarpoint.Functions.Cluster;

/// <summary>Which cluster, and where it is.</summary>
public sealed record ClusterOptions
{
    /// <summary>Name of the EKS cluster.</summary>
    public required string Name { get; init; }

    /// <summary>Its region, such as <c>eu-west-1</c>.</summary>
    public required string Region { get; init; }

    /// <summary>
    /// <c>https://…</c> of the API server; <c>http://</c> for loopback only. Null: one DescribeCluster call finds it
    /// and the certificate authority.
    /// </summary>
    public string? Endpoint { get; init; }

    /// <summary>Base64 of its certificate authority, PEM or DER; needed with an https endpoint.</summary>
    public string? CertificateAuthority { get; init; }

    /// <summary><c>AWS_ENDPOINT_URL_EKS</c>, else <c>AWS_ENDPOINT_URL</c>; null for EKS of the region.</summary>
    public string? EksEndpoint { get; init; }
}
