using System.Buffers;
using Jarpoint.Catalog.Facts;

namespace Jarpoint.Catalog.Snapshots;

/// <summary>Reads the text of a snapshot in blocks of whole lines, and parses some while the next are inflated.</summary>
/// <param name="text">The inflated snapshot.</param>
/// <param name="revision">The revision it must state.</param>
internal sealed class SnapshotReader(Stream text, long revision)
{
    /// <summary>Bytes of a block, and so the most that a line may have.</summary>
    public const int Block = 1 << 20;

    private const int ParsedAtOnce = 4;

    private readonly Queue<Task<SnapshotBlock>> pending = new();
    private readonly List<KeyState> keys = [];
    private SnapshotLine? last;

    /// <exception cref="InvalidDataException">The text is not a snapshot of the revision, or not a whole one.</exception>
    /// <exception cref="CatalogDamagedException">A key is out of order or repeated.</exception>
    /// <exception cref="Json.UnsupportedFormatException">It is one of another release.</exception>
    public async Task<CatalogState> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ReadBlocksAsync(cancellationToken);
            while (pending.Count > 0)
            {
                await CollectAsync();
            }

            return last is SnapshotLine.End
                ? CatalogState.FromSorted(keys)
                : throw new InvalidDataException($"It ends after {keys.Count} keys, before its closing line.");
        }
        finally
        {
            await Task.WhenAll((IEnumerable<Task>)pending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ReadBlocksAsync(CancellationToken cancellationToken)
    {
        var carried = ReadOnlyMemory<byte>.Empty;
        for (var ended = false; !ended;)
        {
            var buffer = ArrayPool<byte>.Shared.Rent(Block);
            carried.CopyTo(buffer);
            var free = buffer.AsMemory(carried.Length);
            var read = await text.ReadAtLeastAsync(free, free.Length, throwOnEndOfStream: false, cancellationToken);
            ended = read < free.Length;
            var filled = buffer.AsMemory(0, carried.Length + read);
            var whole = ended ? filled.Length : filled.Span.LastIndexOf((byte)'\n') + 1;
            carried = filled[whole..].ToArray();
            if (whole == 0 && !ended)
            {
                throw new InvalidDataException($"It has a line longer than {buffer.Length} bytes.");
            }

            await DispatchAsync(buffer, filled[..whole]);
        }
    }

    private async Task DispatchAsync(byte[] buffer, ReadOnlyMemory<byte> lines)
    {
        if (last is null)
        {
            lines = lines[TakeHeader(lines.Span)..];
        }

        if (pending.Count == ParsedAtOnce)
        {
            await CollectAsync();
        }

        pending.Enqueue(Task.Run(() =>
        {
            var block = SnapshotBlock.Parse(lines.Span);
            ArrayPool<byte>.Shared.Return(buffer);
            return block;
        }));
    }

    /// <summary>Reads the first line and returns where the second begins.</summary>
    private int TakeHeader(ReadOnlySpan<byte> lines)
    {
        var end = lines.IndexOf((byte)'\n');
        var stated = SnapshotHeader.Read(SnapshotBlock.Text(end < 0 ? lines : lines[..end]));
        last = stated == revision
            ? SnapshotLine.Header
            : throw new InvalidDataException($"It says that it is revision {stated}.");
        return end < 0 ? lines.Length : end + 1;
    }

    private async Task CollectAsync()
    {
        var block = await pending.Dequeue();
        if (block is { First: { } first, Last: { } end } && last is { } previous)
        {
            SnapshotBlock.Require(first, previous);
            last = end;
            keys.AddRange(block.Keys);
        }
    }
}
