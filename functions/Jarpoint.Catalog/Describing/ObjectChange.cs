namespace Jarpoint.Catalog.Describing;

/// <summary>What an event says happened to one object. A hint to go and look.</summary>
public sealed record ObjectChange
{
    public required ObjectChangeKind Kind { get; init; }

    /// <summary>The object's key, decoded.</summary>
    public required string Key { get; init; }

    /// <summary>Version id of a versioned bucket: of the new object, the deleted version or the delete marker.</summary>
    public string? VersionId { get; init; }

    /// <summary>The event's sequencer; null when it has none, which makes the fact one of a listing.</summary>
    public string? Sequencer { get; init; }

    public string? ETag { get; init; }

    public long? Size { get; init; }

    /// <summary>The event's time.</summary>
    public required DateTimeOffset At { get; init; }
}

public enum ObjectChangeKind
{
    Created,

    /// <summary>An object or version was deleted, or a delete marker created.</summary>
    Removed,
}
