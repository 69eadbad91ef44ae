using Jarpoint.LocalCloud.Wire;
using Microsoft.Win32.SafeHandles;

namespace Jarpoint.LocalCloud.S3.Bodies;

/// <summary>Reads a body across its segments, from any offset.</summary>
internal sealed class BodyStream(IReadOnlyList<(SafeFileHandle Handle, long Length)> segments) : ForwardReadStream
{
    private int segment;
    private long offsetInSegment;
    private long left = segments.Sum(each => each.Length);

    /// <summary>Narrows the stream to a part of the body. Call before the first read.</summary>
    public BodyStream Slice(long offset, long length)
    {
        offsetInSegment = offset;
        left = length;
        return this;
    }

    public override async ValueTask<int> ReadAsync(
        Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (segment < segments.Count && offsetInSegment >= segments[segment].Length)
        {
            offsetInSegment -= segments[segment].Length;
            segment++;
        }

        if (left == 0 || segment == segments.Count || buffer.IsEmpty)
            return 0;

        var (handle, length) = segments[segment];
        var wanted = (int)Math.Min(buffer.Length, Math.Min(left, length - offsetInSegment));
        var read = await RandomAccess.ReadAsync(handle, buffer[..wanted], offsetInSegment, cancellationToken);
        if (read == 0)
            throw new EndOfStreamException("a stored body is shorter than its metadata says");

        offsetInSegment += read;
        left -= read;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        foreach (var (handle, _) in segments)
            handle.Dispose();
        base.Dispose(disposing);
    }
}
