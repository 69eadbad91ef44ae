namespace Jarpoint.Catalog.Storage;

/// <summary>What a bucket says about one object.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="ETag">Opaque, with its quotes removed.</param>
/// <param name="LastModified">When this state was written; whole seconds on S3.</param>
/// <param name="VersionId">Null on a bucket that never had versioning.</param>
/// <param name="Sha256">Lower-case hexadecimal, when S3 stored a full-object SHA-256; never a composite one.</param>
public sealed record ObjectMetadata(
    long Size, string ETag, DateTimeOffset LastModified, string? VersionId = null, string? Sha256 = null);

/// <summary>An object in a listing.</summary>
public sealed record ListedObject(string Key, long Size, string ETag, DateTimeOffset LastModified);

public abstract record GetOutcome
{
    private GetOutcome()
    {
    }

    /// <summary>The object; the caller disposes of the stream.</summary>
    public sealed record Found(Stream Content, ObjectMetadata Metadata) : GetOutcome;

    /// <summary>No such key or version, or a delete marker.</summary>
    public sealed record Missing : GetOutcome;

    /// <summary>The object is not in the state the reference names.</summary>
    public sealed record Changed : GetOutcome;
}

public abstract record RangeOutcome
{
    private RangeOutcome()
    {
    }

    /// <summary>The range was read.</summary>
    /// <param name="Count">Bytes put into the buffer; 0 when the offset is at or past the end.</param>
    public sealed record Read(int Count) : RangeOutcome;

    /// <summary>No such key or version, or a delete marker.</summary>
    public sealed record Missing : RangeOutcome;

    /// <summary>The object is not in the state the reference names.</summary>
    public sealed record Changed : RangeOutcome;
}

public abstract record HeadOutcome
{
    private HeadOutcome()
    {
    }

    public sealed record Found(ObjectMetadata Metadata) : HeadOutcome;

    /// <summary>No such key or version, or a delete marker.</summary>
    /// <param name="At">The store's own clock when it answered.</param>
    public sealed record Missing(DateTimeOffset At) : HeadOutcome;

    /// <summary>The object is not in the state the reference names.</summary>
    public sealed record Changed : HeadOutcome;
}

public abstract record PutOutcome
{
    private PutOutcome()
    {
    }

    public sealed record Stored(string ETag, string? VersionId) : PutOutcome;

    /// <summary>
    /// The condition does not hold (HTTP 412, or 404 for an <c>If-Match</c> on a key that is gone): somebody wrote
    /// first. After a lost answer that somebody may be this writer.
    /// </summary>
    public sealed record PreconditionFailed : PutOutcome;

    /// <summary>
    /// Another request on the key is in flight (HTTP 409). Nothing is known about the key: try the same one again.
    /// </summary>
    public sealed record Conflict : PutOutcome;
}
