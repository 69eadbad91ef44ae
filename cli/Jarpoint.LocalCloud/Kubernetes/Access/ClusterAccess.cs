namespace Jarpoint.LocalCloud.Kubernetes.Access;

/// <summary>Who may speak to the API, and what they may do.</summary>
public sealed record ClusterAccess
{
    /// <summary>Bearer token of a person with kubectl, who may do everything and whom no fault befalls.</summary>
    public required string AdminToken { get; init; }

    /// <summary>Name of the cluster that an EKS token has to be signed for.</summary>
    public required string Cluster { get; init; }

    /// <summary>
    /// Secret access keys by access key id. With them a signature is verified, which is the only way to see for which
    /// cluster a token was signed; without an entry a token's signature is taken on trust.
    /// </summary>
    public IReadOnlyDictionary<string, string> Secrets { get; init; } = new Dictionary<string, string>();

    /// <summary>Hosts beside those of STS that a token may name: this cloud's own endpoint.</summary>
    public IReadOnlyList<string> LocalHosts { get; init; } = [];

    /// <summary>What the holder of an EKS token may do; null for everything.</summary>
    public IReadOnlyList<AccessRule>? Rules { get; init; }
}
