using Jarpoint.LocalCloud.S3.Bodies;
using Jarpoint.LocalCloud.S3.Checksums;

namespace Jarpoint.LocalCloud.S3.State;

/// <summary>One version of an object, or a delete marker.</summary>
public sealed record ObjectVersion
{
    /// <summary>The id of a version written while versioning was off or suspended.</summary>
    public const string NullId = "null";

    public required string VersionId { get; init; }

    public required string Sequencer { get; init; }

    /// <summary>Exact; the wire shows whole seconds.</summary>
    public required DateTimeOffset LastModified { get; init; }

    public bool IsDeleteMarker { get; init; }

    /// <summary>Without quotes; a multipart one is <c>md5-of-md5s-N</c>.</summary>
    public string ETag { get; init; } = "";

    /// <summary>Content type, user metadata and the like, by header name.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<ObjectChecksum> Checksums { get; init; } = [];

    /// <summary>One segment, or one for each part of a multipart upload.</summary>
    public IReadOnlyList<BodySegment> Body { get; init; } = [];

    /// <summary>Null when the object was not uploaded in parts.</summary>
    public int? PartCount { get; init; }

    public long Size => Body.Sum(segment => segment.Length);
}
