namespace Jarpoint.Catalog.Classes;

/// <summary>What looking for a class gave.</summary>
public abstract record ClassFindOutcome
{
    private ClassFindOutcome()
    {
    }

    /// <summary>The index was read.</summary>
    /// <param name="Revision">The revision of the catalog that the answer is about.</param>
    /// <param name="Classes">In the order of their names; empty when no jar has such a class.</param>
    public sealed record Found(long Revision, IReadOnlyList<ClassRow> Classes) : ClassFindOutcome;

    /// <summary>There is no index that could answer: the long descriptions can.</summary>
    /// <param name="Reason">Why, in words that follow "the index of classes".</param>
    public sealed record NoIndex(string Reason) : ClassFindOutcome;
}
