namespace Jarpoint.Catalog.Facts;

/// <summary>One statement about one object version. Facts are only ever added; the catalog is their fold.</summary>
public sealed record CatalogFact
{
    public required FactKind Kind { get; init; }

    /// <summary>The object's key, decoded.</summary>
    public required string Key { get; init; }

    /// <summary>Version id of a versioned bucket.</summary>
    public string? VersionId { get; init; }

    /// <summary>
    /// The event's sequencer, hexadecimal; comparable only within one key, the shorter left-padded with zeros.
    /// Null for a fact from a listing.
    /// https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
    /// </summary>
    public string? Sequencer { get; init; }

    /// <summary>
    /// When the store is known to have been in this state, by the store's clock: the time of the event, or the time
    /// of the listing. Not the object's Last-Modified, which is when a multipart upload began.
    /// </summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Bytes; null for a removal.</summary>
    public long? Size { get; init; }

    public string? ETag { get; init; }

    /// <summary><see cref="Jars.JarReader.Generation"/> of the reader that looked; 0 for a removal.</summary>
    public int Reader { get; init; }

    /// <summary>Set when <see cref="Kind"/> is <see cref="FactKind.Described"/>.</summary>
    public JarSummary? Jar { get; init; }

    /// <summary>Set when <see cref="Kind"/> is <see cref="FactKind.Rejected"/>.</summary>
    public Rejection? Rejection { get; init; }
}

public enum FactKind
{
    /// <summary>The object is a jar and was described.</summary>
    Described,

    /// <summary>The key has no current object.</summary>
    Removed,

    /// <summary>The object cannot be read as a jar.</summary>
    Rejected,
}

/// <summary>Why an object is not described.</summary>
/// <param name="Reason">Name of a <see cref="Jars.RejectionReason"/>, in camel case on the wire.</param>
/// <param name="Detail">A sentence for a person.</param>
public sealed record Rejection(Jars.RejectionReason Reason, string Detail);
