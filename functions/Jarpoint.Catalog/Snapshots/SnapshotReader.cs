using System.Buffers;
using System.Runtime.CompilerServices;
using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Json;

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
    private SnapshotLine? last;

    /// <summary>All keys at once, their order checked.</summary>
    /// <exception cref="InvalidDataException">The text is not a snapshot of the revision, or not a whole one.</exception>
    /// <exception cref="CatalogDamagedException">A key is out of order or repeated.</exception>
    /// <exception cref="UnsupportedFormatException">It is one of another release.</exception>
    public async Task<CatalogState> ReadAsync(CancellationToken cancellationToken)
    {
        var keys = new List<KeyState>();
        await foreach (var block in BlocksAsync(cancellationToken))
        {
            keys.AddRange(block);
        }

        return CatalogState.FromSorted(keys);
    }

    /// <summary>Keys in the order of the text, as soon as they are parsed; the order of keys is not checked.</summary>
    /// <exception cref="InvalidDataException">The text is not a snapshot of the revision, or not a whole one.</exception>
    /// <exception cref="UnsupportedFormatException">It is one of another release.</exception>
    public async IAsyncEnumerable<IReadOnlyList<KeyState>> BlocksAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var count = 0;
        try
        {
            await foreach (var (buffer, lines) in LinesAsync(cancellationToken))
            {
                while (pending.TryPeek(out var oldest) && (oldest.IsCompleted || pending.Count == ParsedAtOnce))
                {
                    var keys = await CollectAsync();
                    count += keys.Count;
                    yield return keys;
                }

                Dispatch(buffer, lines);
            }

            while (pending.Count > 0)
            {
                var keys = await CollectAsync();
                count += keys.Count;
                yield return keys;
            }

            if (last is not SnapshotLine.End)
            {
                throw new InvalidDataException($"It ends after {count} keys, before its closing line.");
            }
        }
        finally
        {
            await Task.WhenAll((IEnumerable<Task>)pending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Rented buffers, each with the whole lines that are in it.</summary>
    private async IAsyncEnumerable<(byte[] Buffer, ReadOnlyMemory<byte> Lines)> LinesAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
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

            yield return (buffer, filled[..whole]);
        }
    }

    private void Dispatch(byte[] buffer, ReadOnlyMemory<byte> lines)
    {
        if (last is null)
        {
            lines = lines[TakeHeader(lines.Span)..];
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

    private async Task<IReadOnlyList<KeyState>> CollectAsync()
    {
        var block = await pending.Dequeue();
        if (block is { First: { } first, Last: { } end } && last is { } previous)
        {
            SnapshotBlock.Require(first, previous);
            last = end;
        }

        return block.Keys;
    }
}
