namespace Jarpoint.Cdk.Ways;

/// <summary>The EKS add-on of Mountpoint's CSI driver, and a volume for each team: mounts of pods instead of nodes.</summary>
internal sealed record CsiWay
{
    /// <summary>At least one.</summary>
    public required IReadOnlyList<CsiTeam> Teams { get; init; }
}
