using Jarpoint.LocalCloud.S3.Bodies;
using Jarpoint.LocalCloud.S3.Checksums;

namespace Jarpoint.LocalCloud.S3.State;

/// <summary>A version that is complete on disk and waits to be committed.</summary>
internal sealed record VersionDraft(IReadOnlyList<BodySegment> Body, string ETag, string EventName)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<ObjectChecksum> Checksums { get; init; } = [];

    public int? PartCount { get; init; }

    public WriteCondition Condition { get; init; } = WriteCondition.Always;

    /// <summary>
    /// For a conditional completion of an upload: the key's newest sequencer when the upload began. A change since
    /// then is a conflict even where the condition itself holds.
    /// </summary>
    public SeenState? Since { get; init; }

    /// <param name="Sequencer">Null when the key had no versions.</param>
    public sealed record SeenState(string? Sequencer);
}
