using System.Runtime.CompilerServices;
using System.Text.Json;
using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Json;

namespace Jarpoint.Catalog.Snapshots;

/// <summary>
/// Whole lines of a snapshot. JSON text holds no raw line feed, so each line is an element of its own, and blocks can be
/// parsed apart from each other.
/// </summary>
internal sealed class SnapshotBlock
{
    private SnapshotBlock()
    {
    }

    public List<KeyState> Keys { get; } = [];

    /// <summary>The first line; null when there is none.</summary>
    public SnapshotLine? First { get; private set; }

    public SnapshotLine? Last { get; private set; }

    /// <exception cref="InvalidDataException">A line is not what must be there.</exception>
    public static SnapshotBlock Parse(ReadOnlySpan<byte> lines)
    {
        var block = new SnapshotBlock();
        while (!lines.IsEmpty)
        {
            var end = lines.IndexOf((byte)'\n');
            block.Take(Text(end < 0 ? lines : lines[..end]));
            lines = end < 0 ? [] : lines[(end + 1)..];
        }

        return block;
    }

    /// <summary>The line that comes after <paramref name="previous"/>, provided that it may.</summary>
    /// <exception cref="InvalidDataException">It may not.</exception>
    public static SnapshotLine Require(SnapshotLine next, SnapshotLine previous)
    {
        var may = next is SnapshotLine.End
            ? previous is SnapshotLine.Header or SnapshotLine.LastKey
            : previous is SnapshotLine.Header or SnapshotLine.Key;
        return may ? next : throw new InvalidDataException($"A line '{next}' follows a line '{previous}'.");
    }

    /// <summary>A line without the carriage return that a tool may have put at its end.</summary>
    public static ReadOnlySpan<byte> Text(ReadOnlySpan<byte> line) => line is [.. var text, (byte)'\r'] ? text : line;

    private void Take(ReadOnlySpan<byte> line)
    {
        try
        {
            var next = line.SequenceEqual("]}"u8) ? SnapshotLine.End : TakeKey(line);
            First ??= next;
            Last = Last is { } previous ? Require(next, previous) : next;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            // Utf8JsonReader answers a value of another type, or one out of range, with the latter two.
            var place = Keys is [.., var last] ? $"The line after '{last.Key}'" : "A line";
            throw new InvalidDataException($"{place} is not a key: {exception.Message}", exception);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private SnapshotLine TakeKey(ReadOnlySpan<byte> line)
    {
        var continues = line is [.., (byte)','];
        var reader = new Utf8JsonReader(continues ? line[..^1] : line);
        reader.Read();
        var state = KeyStateText.Read(ref reader);
        reader.RequireEnd();
        Keys.Add(state is { Event: null, Listing: null }
            ? throw new JsonException("It has neither an event nor a listing.")
            : state);
        return continues ? SnapshotLine.Key : SnapshotLine.LastKey;
    }
}
