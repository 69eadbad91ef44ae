namespace Jarpoint.Jars.Reading;

/// <summary>A stretch of a jar that was fetched.</summary>
internal readonly record struct Segment(long Offset, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The fetched bytes from <paramref name="offset"/> on; empty when it lies outside.</summary>
    public ReadOnlyMemory<byte> From(long offset)
        => offset >= Offset && offset < Offset + Bytes.Length ? Bytes[(int)(offset - Offset)..] : default;
}
