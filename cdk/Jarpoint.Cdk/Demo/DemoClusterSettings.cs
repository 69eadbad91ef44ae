namespace Jarpoint.Cdk.Demo;

/// <summary>What a demonstration cluster may differ in.</summary>
internal sealed record DemoClusterSettings
{
    /// <summary>EKS takes 100; the policy of Karpenter's controller has the name 19 times, and room for so many.</summary>
    public const int LongestName = 40;

    /// <summary>
    /// Name of the EKS cluster. A physical name, because conditions of Karpenter's policy and tags of subnets have it in
    /// their <em>keys</em>, where no reference can stand.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>
    /// Names of IAM roles that administer the cluster. At least one: whoever runs CloudFormation is not made one, and
    /// without any nobody could install the charts.
    /// </summary>
    public required IReadOnlyList<string> Administrators { get; init; }

    /// <summary>Of the core nodes. Karpenter launches both.</summary>
    public CpuArchitecture Architecture { get; init; } = CpuArchitecture.Arm64;

    /// <summary>Minor version of Kubernetes; Karpenter 1.14 knows 1.30 to 1.36.</summary>
    public string KubernetesVersion { get; init; } = "1.35";

    public int CoreNodes { get; init; } = 2;

    /// <summary>Where the cluster's charts keep Karpenter's service account.</summary>
    public string KarpenterNamespace { get; init; } = "kube-system";

    /// <exception cref="ArgumentException">A value no cluster can have.</exception>
    public DemoClusterSettings Checked()
    {
        if (Name.Length is 0 or > LongestName || !char.IsAsciiLetterOrDigit(Name[0]) || Name.Any(c => !IsOfAName(c)))
            throw new ArgumentException($"'{Name}' is no name of an EKS cluster: letters, digits, '-' and '_', at most {LongestName}.");
        if (Administrators.Count == 0)
            throw new ArgumentException($"The demonstration cluster '{Name}' needs an administrator: the name of an IAM role.");
        return this;
    }

    private static bool IsOfAName(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_';
}
