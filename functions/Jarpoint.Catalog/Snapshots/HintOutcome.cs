namespace Jarpoint.Catalog.Snapshots;

/// <summary>What reading the hint gave.</summary>
internal abstract record HintOutcome
{
    private HintOutcome()
    {
    }

    public sealed record Found(long Revision, string ETag) : HintOutcome;

    public sealed record Missing : HintOutcome;

    /// <summary>There is an object, but it is not a head. It may be overwritten.</summary>
    public sealed record Damaged(string ETag) : HintOutcome;
}
