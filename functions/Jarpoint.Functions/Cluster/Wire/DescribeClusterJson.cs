namespace Jarpoint.Functions.Cluster.Wire;

/// <summary>
/// Answer of EKS DescribeCluster. https://docs.aws.amazon.com/eks/latest/APIReference/API_DescribeCluster.html
/// </summary>
internal sealed record DescribeClusterJson(EksClusterJson? Cluster);

/// <param name="Endpoint">Absent while the cluster is being created.</param>
/// <param name="CertificateAuthority">Absent while the cluster is being created.</param>
/// <param name="Status">ACTIVE, CREATING, …</param>
internal sealed record EksClusterJson(string? Endpoint, EksCertificateJson? CertificateAuthority, string? Status);

/// <param name="Data">Base64 of PEM.</param>
internal sealed record EksCertificateJson(string? Data);
