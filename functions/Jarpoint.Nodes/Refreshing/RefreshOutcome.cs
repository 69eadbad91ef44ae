namespace Jarpoint.Nodes.Refreshing;

/// <summary>What came of making changed jars visible on the nodes.</summary>
public abstract record RefreshOutcome
{
    /// <summary>The fleet was told.</summary>
    /// <param name="CommandIds">SSM's ids.</param>
    /// <param name="Directories">As sent: <c>s3://bucket/prefix/</c>, percent-encoded; a trailing <c>**</c> includes what is below.</param>
    public sealed record Sent(IReadOnlyList<string> CommandIds, IReadOnlyList<string> Directories) : RefreshOutcome;

    /// <summary>No planned mount shows any of the keys, or only in its root, which is never listed.</summary>
    public sealed record NothingMounted : RefreshOutcome;

    /// <summary>SSM throttles: nobody was told.</summary>
    public sealed record Throttled : RefreshOutcome;
}
