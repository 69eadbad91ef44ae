using System.Buffers;
using Jarpoint.Jars.Archive;
using Jarpoint.Jars.Entries;
using Jarpoint.Jars.Sources;

namespace Jarpoint.Jars.Reading;

/// <summary>The tail of a large jar and its directory, in one request or two.</summary>
internal sealed record DirectoryRead(Segment Tail, EndRecord End, JarDirectory Directory, int Requests)
{
    public int TailBytesBesideDirectory
        => (int)(Tail.Bytes.Length
            - Math.Max(0, End.DirectoryOffset + End.DirectoryBytes - Math.Max(End.DirectoryOffset, Tail.Offset)));

    public static async Task<DirectoryRead> ReadAsync(
        IJarSource source, JarLimits limits, CancellationToken cancellationToken)
    {
        var tail = new byte[Math.Min(source.Size, EndRecordFinder.TailBytes)];
        var tailOffset = source.Size - tail.Length;
        await source.ReadFullyAsync(tailOffset, tail, cancellationToken);
        var end = EndRecordFinder.Find(tail, tailOffset);
        JarContents.CheckSize(end, limits);
        var segment = new Segment(tailOffset, tail);
        if (end.DirectoryOffset >= tailOffset)
        {
            var within = tail.AsSpan((int)(end.DirectoryOffset - tailOffset), (int)end.DirectoryBytes);
            return new DirectoryRead(segment, end, new DirectoryScanner(end, limits).Scan(within), 1);
        }

        var buffer = ArrayPool<byte>.Shared.Rent((int)end.DirectoryBytes);
        try
        {
            var missing = (int)Math.Min(end.DirectoryBytes, tailOffset - end.DirectoryOffset);
            await source.ReadFullyAsync(end.DirectoryOffset, buffer.AsMemory(0, missing), cancellationToken);
            tail.AsSpan(0, (int)end.DirectoryBytes - missing).CopyTo(buffer.AsSpan(missing));
            var directory = new DirectoryScanner(end, limits).Scan(buffer.AsSpan(0, (int)end.DirectoryBytes));
            return new DirectoryRead(segment, end, directory, 2);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
