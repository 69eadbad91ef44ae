namespace Jarpoint.Catalog.Storage;

/// <summary>One whole object to write.</summary>
public sealed record ObjectWrite(string Key, ReadOnlyMemory<byte> Content, PutCondition Condition)
{
    public string ContentType { get; init; } = "application/json";

    /// <summary>Cache-Control of the stored object, or null.</summary>
    public string? CacheControl { get; init; }
}

/// <summary>When a write may happen.</summary>
public abstract record PutCondition
{
    private PutCondition()
    {
    }

    /// <summary>Always.</summary>
    public sealed record None : PutCondition;

    /// <summary><c>If-None-Match: *</c>: only when the key has no current object.</summary>
    public sealed record Absent : PutCondition;

    /// <summary><c>If-Match</c>: only when the current object has this ETag.</summary>
    public sealed record Matches(string ETag) : PutCondition;
}
