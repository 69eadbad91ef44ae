namespace Jarpoint.Functions.Handlers.Manifests;

/// <summary>What the properties of a custom resource come to.</summary>
internal abstract record ManifestReading
{
    private ManifestReading()
    {
    }

    public sealed record Readable(ManifestSet Set) : ManifestReading;

    /// <summary>Nothing is applied of such a set, so nothing of it is there to delete.</summary>
    /// <param name="Reason">For whoever deploys it.</param>
    public sealed record Unreadable(string Reason) : ManifestReading;
}
