namespace Jarpoint.Functions.Events.S3;

/// <summary>One change of a bucket. A hint to go and look: the object may have changed again since.</summary>
public sealed record S3ObjectChange
{
    public required string Bucket { get; init; }

    /// <summary>The key, decoded.</summary>
    public required string Key { get; init; }

    /// <summary>True for a deletion, a delete marker and an expiration.</summary>
    public required bool Removed { get; init; }

    /// <summary>When S3 finished the change.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The version written or removed, the marker's own for a delete marker; null without versioning.</summary>
    public string? VersionId { get; init; }

    /// <summary>Orders the changes of one key; see <see cref="Catalog.Facts.CatalogFact.Sequencer"/>.</summary>
    public string? Sequencer { get; init; }

    /// <summary>Without quotes; null for a deletion.</summary>
    public string? ETag { get; init; }

    /// <summary>Bytes; null for a removal.</summary>
    public long? Size { get; init; }
}
