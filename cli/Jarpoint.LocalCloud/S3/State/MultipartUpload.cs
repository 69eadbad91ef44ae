using Jarpoint.LocalCloud.S3.Bodies;
using Jarpoint.LocalCloud.S3.Checksums;

namespace Jarpoint.LocalCloud.S3.State;

/// <summary>An upload in parts that was begun.</summary>
internal sealed class MultipartUpload
{
    private readonly SortedDictionary<int, UploadedPart> parts = [];

    public required string UploadId { get; init; }

    public required string Bucket { get; init; }

    public required string Key { get; init; }

    public required DateTimeOffset Initiated { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>Null when the client named none: S3 then keeps a full-object CRC64NVME.</summary>
    public ChecksumAlgorithm? Checksum { get; init; }

    public bool IsComposite { get; init; }

    public required VersionDraft.SeenState Since { get; init; }

    /// <summary>Set once: a client that lost the answer completes again and gets the same one.</summary>
    public ObjectVersion? Completed { get; set; }

    /// <summary>Aborted: a part that arrives late has no home.</summary>
    public bool IsAborted { get; set; }

    /// <summary>Hold it to add parts, to complete and to abort.</summary>
    public Lock Gate { get; } = new();

    public IReadOnlyList<UploadedPart> Parts
    {
        get
        {
            lock (Gate)
                return [.. parts.Values];
        }
    }

    /// <returns>The part of the same number that it replaces.</returns>
    public UploadedPart? Put(UploadedPart part)
    {
        var replaced = parts.GetValueOrDefault(part.Number);
        parts[part.Number] = part;
        return replaced;
    }
}

/// <summary>A part on disk.</summary>
internal sealed record UploadedPart(
    int Number,
    BodySegment Body,
    byte[] Md5,
    IReadOnlyList<ObjectChecksum> Checksums,
    DateTimeOffset LastModified)
{
    public string ETag => Convert.ToHexStringLower(Md5);
}

/// <summary>A part as the completion names it.</summary>
internal sealed record NamedPart(int Number, string ETag, IReadOnlyList<ObjectChecksum> Checksums);
