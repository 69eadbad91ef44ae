namespace Jarpoint.Jars;

/// <summary>Options of <see cref="JarReader"/>.</summary>
public sealed record JarReaderOptions
{
    public JarLimits Limits { get; init; } = new();

    /// <summary>How jars larger than <see cref="WholeUpTo"/> are read.</summary>
    public JarReadDepth Depth { get; init; } = JarReadDepth.Whole;

    /// <summary>Jars of at most this many bytes are always read whole, in one request.</summary>
    public long WholeUpTo { get; init; } = 8L << 20;

    /// <summary>Bytes beyond the central directory that <see cref="JarReadDepth.Ranges"/> may fetch.</summary>
    public int RangeBudget { get; init; } = 384 << 10;
}
