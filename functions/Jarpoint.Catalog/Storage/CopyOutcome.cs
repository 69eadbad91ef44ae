namespace Jarpoint.Catalog.Storage;

/// <summary>What came of a copy.</summary>
public abstract record CopyOutcome
{
    private CopyOutcome()
    {
    }

    /// <summary>The copy is there.</summary>
    /// <param name="Sha1">
    /// SHA-1 of its bytes as the store computed it, lower-case hexadecimal; null from a store that computes none.
    /// </param>
    public sealed record Copied(string? Sha1) : CopyOutcome;

    /// <summary>The source is missing, archived, or not in the state the reference names.</summary>
    public sealed record SourceGone : CopyOutcome;
}
