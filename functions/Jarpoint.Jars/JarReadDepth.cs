namespace Jarpoint.Jars;

/// <summary>How much of a jar is read.</summary>
public enum JarReadDepth
{
    /// <summary>
    /// The central directory and the entries that matter, in at most three reads of a jar over
    /// <see cref="JarReaderOptions.WholeUpTo"/>: no SHA-256, the Java release is sampled, and evidence outside the
    /// budget is named as unread.
    /// </summary>
    Ranges,

    /// <summary>Every byte once, sequentially and in flat memory: SHA-256, exact Java release, all evidence.</summary>
    Whole,
}
