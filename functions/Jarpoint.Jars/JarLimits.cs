namespace Jarpoint.Jars;

/// <summary>What a jar may cost to read. Every limit has its own <see cref="RejectionReason"/>.</summary>
public sealed record JarLimits
{
    /// <summary>Entries in the central directory.</summary>
    public int Entries { get; init; } = 500_000;

    /// <summary>Bytes of the central directory.</summary>
    public long DirectoryBytes { get; init; } = 64L << 20;

    /// <summary>Inflated bytes of one entry that has to be read.</summary>
    public long EntryBytes { get; init; } = 4L << 20;

    /// <summary>Inflated bytes of all entries that have to be read.</summary>
    public long InflatedBytes { get; init; } = 16L << 20;

    /// <summary>Inflated size over compressed size of one entry that has to be read, from 64 KiB inflated.</summary>
    public int Ratio { get; init; } = 200;
}
