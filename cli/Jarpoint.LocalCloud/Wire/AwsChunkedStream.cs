using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;

namespace Jarpoint.LocalCloud.Wire;

/// <summary>
/// Takes the <c>aws-chunked</c> framing off a body: <c>size[;chunk-signature=…]CRLF data CRLF</c> …, a chunk of size
/// zero, then trailing headers. Chunk signatures are read over.
/// https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html
/// </summary>
public sealed class AwsChunkedStream(PipeReader source) : ForwardReadStream
{
    private const int LongestLine = 16 * 1024;

    private readonly Dictionary<string, string> trailers = new(StringComparer.OrdinalIgnoreCase);
    private long leftInChunk;
    private bool atFirstChunk = true;
    private bool atEnd;

    /// <summary>The trailing headers; complete once the stream was read to its end.</summary>
    public IReadOnlyDictionary<string, string> Trailers => trailers;

    /// <exception cref="InvalidDataException">The framing is broken or ends early.</exception>
    public override async ValueTask<int> ReadAsync(
        Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty || atEnd)
            return 0;
        if (leftInChunk == 0 && !await EnterChunkAsync(cancellationToken))
            return 0;

        var read = await source.ReadAsync(cancellationToken);
        var available = read.Buffer;
        if (available.IsEmpty && read.IsCompleted)
            throw new InvalidDataException("the body ends inside a chunk");

        var count = (int)Math.Min(Math.Min(available.Length, leftInChunk), buffer.Length);
        available.Slice(0, count).CopyTo(buffer.Span);
        source.AdvanceTo(available.GetPosition(count));
        leftInChunk -= count;
        return count;
    }

    private async ValueTask<bool> EnterChunkAsync(CancellationToken cancellationToken)
    {
        if (!atFirstChunk && await ReadLineAsync(cancellationToken) is not "")
            throw new InvalidDataException("a chunk is longer than its size says");

        atFirstChunk = false;
        var header = await ReadLineAsync(cancellationToken)
            ?? throw new InvalidDataException("the body ends before its last chunk");
        var size = header.Split(';', 2)[0].Trim();
        if (!long.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out leftInChunk)
            || leftInChunk < 0)
        {
            throw new InvalidDataException("a chunk does not begin with its size");
        }

        if (leftInChunk > 0)
            return true;

        await ReadTrailersAsync(cancellationToken);
        atEnd = true;
        return false;
    }

    private async ValueTask ReadTrailersAsync(CancellationToken cancellationToken)
    {
        while (await ReadLineAsync(cancellationToken) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
                trailers[line[..colon].Trim()] = line[(colon + 1)..].Trim();
        }
    }

    // Null at the end of the body.
    private async ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await source.ReadAsync(cancellationToken);
            if (read.Buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = Encoding.Latin1.GetString(read.Buffer.Slice(0, end)).TrimEnd('\r');
                source.AdvanceTo(read.Buffer.GetPosition(1, end));
                return line;
            }

            if (read.Buffer.Length > LongestLine)
                throw new InvalidDataException("a chunk header is too long");

            var rest = read.IsCompleted ? Encoding.Latin1.GetString(read.Buffer).TrimEnd('\r') : null;
            source.AdvanceTo(read.IsCompleted ? read.Buffer.End : read.Buffer.Start, read.Buffer.End);
            if (read.IsCompleted)
                return string.IsNullOrEmpty(rest) ? null : rest;
        }
    }
}
