namespace Jarpoint.Cdk.Manifests;

/// <summary>What <see cref="ManifestApplier"/> applies, where, and with which binary.</summary>
internal sealed record ManifestApplierProps
{
    public required string Cluster { get; init; }

    public required CpuArchitecture Architecture { get; init; }

    /// <summary>Holds <c>bootstrap</c>; see <see cref="Application.LambdaPackage"/>.</summary>
    public required string LambdaFolder { get; init; }

    public required ManifestSet Manifests { get; init; }
}
