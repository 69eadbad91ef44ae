using Jarpoint.Jars.Sources;

namespace Jarpoint.Jars.Tests.Support;

/// <summary>A jar of any size that exists nowhere: its gap is made up as it is read.</summary>
internal sealed class SparseJar : IJarSource
{
    private readonly byte[] _bytes;
    private readonly long _gapAt;
    private readonly long _gap;

    public SparseJar(TestJar jar)
    {
        _bytes = jar.ToBytes();
        (_gapAt, _gap) = (jar.GapAt, jar.GapBeforeLastEntry);
    }

    public long Size => _bytes.Length + _gap;

    public ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var target = buffer.Span[..(int)Math.Min(buffer.Length, Size - offset)];
        target.Fill(0xA5);
        Copy(_bytes.AsSpan(0, (int)_gapAt), 0, target, offset);
        Copy(_bytes.AsSpan((int)_gapAt), _gapAt + _gap, target, offset);
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
