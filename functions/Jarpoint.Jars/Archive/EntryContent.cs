namespace Jarpoint.Jars.Archive;

/// <summary>What came of unpacking an entry.</summary>
internal abstract record EntryContent
{
    private EntryContent()
    {
    }

    /// <summary>The entry's bytes, their CRC checked.</summary>
    public sealed record Unpacked(byte[] Bytes) : EntryContent;

    /// <summary>The entry cannot be unpacked; <paramref name="Fault"/> completes the sentence "Entry x …".</summary>
    public sealed record Unreadable(string Fault) : EntryContent;

    /// <summary>The entry breaks a limit.</summary>
    public sealed record OverLimit(RejectionReason Reason, string Fault) : EntryContent;
}
