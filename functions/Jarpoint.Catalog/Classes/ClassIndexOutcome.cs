namespace Jarpoint.Catalog.Classes;

/// <summary>What reading the index's changing object gave.</summary>
internal abstract record ClassIndexOutcome
{
    private ClassIndexOutcome()
    {
    }

    public sealed record Found(ClassIndexDocument Index, string ETag) : ClassIndexOutcome;

    public sealed record Missing : ClassIndexOutcome;

    /// <summary>There is an object, but it is no index that this release reads. It may be overwritten.</summary>
    public sealed record Damaged(string Detail, string ETag) : ClassIndexOutcome;
}
