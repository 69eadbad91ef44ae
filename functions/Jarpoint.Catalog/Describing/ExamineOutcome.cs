using Jarpoint.Catalog.Facts;

namespace Jarpoint.Catalog.Describing;

/// <summary>What came of looking at a changed object.</summary>
public abstract record ExamineOutcome
{
    private ExamineOutcome()
    {
    }

    /// <summary>There is something to commit; a long description it names is stored already.</summary>
    public sealed record Fact(CatalogFact Value) : ExamineOutcome;

    /// <summary>There is nothing to commit.</summary>
    public sealed record Ignored(IgnoredReason Reason) : ExamineOutcome;
}

public enum IgnoredReason
{
    /// <summary>The key does not end in <c>.jar</c>.</summary>
    NotAJar,

    /// <summary>The key ends in a slash.</summary>
    Folder,

    /// <summary>The created version does not exist any more: the event of its deletion tells what is there now.</summary>
    VersionGone,

    /// <summary>The created object does not exist any more: the event of its deletion speaks for the key.</summary>
    Gone,

    /// <summary>The object kept changing while it was read: the events of those changes speak for the key.</summary>
    Superseded,
}
