namespace Jarpoint.Functions.Handlers.Manifests;

/// <summary>What became of a request.</summary>
internal abstract record ManifestOutcome
{
    private ManifestOutcome()
    {
    }

    /// <summary>The cluster is as the request wants it.</summary>
    /// <param name="Applied">Objects.</param>
    /// <param name="Deleted">Objects whose deletion began.</param>
    /// <param name="Kept">Objects that stay because this resource did not create them.</param>
    public sealed record Done(int Applied, int Deleted, int Kept) : ManifestOutcome;

    /// <summary>It is not. What was applied by then stays; CloudFormation rolls back.</summary>
    /// <param name="Reason">Names the object, and what the API said.</param>
    public sealed record Failed(string Reason) : ManifestOutcome;
}
