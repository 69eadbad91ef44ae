using Jarpoint.Jars.Sources;

namespace Jarpoint.Jars.Tests.Support;

/// <summary>A jar of any size that exists nowhere: its gap is made up as it is read.</summary>
internal sealed class SparseJar : IJarSource
{
    private readonly byte[] bytes;
    private readonly long gapAt;
    private readonly long gap;

    public SparseJar(TestJar jar)
    {
        bytes = jar.ToBytes();
        (gapAt, gap) = (jar.GapAt, jar.GapBeforeLastEntry);
    }

    public long Size => bytes.Length + gap;

    public ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var target = buffer.Span[..(int)Math.Min(buffer.Length, Size - offset)];
        target.Fill(0xA5);
        Copy(bytes.AsSpan(0, (int)gapAt), 0, target, offset);
        Copy(bytes.AsSpan((int)gapAt), gapAt + gap, target, offset);
        return ValueTask.FromResult(target.Length);
    }

    private static void Copy(ReadOnlySpan<byte> part, long partAt, Span<byte> target, long targetAt)
    {
        var from = Math.Max(partAt, targetAt);
        var to = Math.Min(partAt + part.Length, targetAt + target.Length);
        if (from < to)
        {
            part[(int)(from - partAt)..(int)(to - partAt)].CopyTo(target[(int)(from - targetAt)..]);
        }
    }
}
