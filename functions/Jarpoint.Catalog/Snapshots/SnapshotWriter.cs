using Jarpoint.Catalog.Facts;

namespace Jarpoint.Catalog.Snapshots;

/// <summary>Writes a snapshot: a header, a line for each key, a closing line. Equal states give equal bytes.</summary>
internal static class SnapshotWriter
{
    private const int KeysAtOnce = 500;

    private static ReadOnlySpan<byte> End => "\n]}\n"u8;

    public static void Write(Stream destination, long revision, CatalogState state)
    {
        var lines = new SnapshotLines();
        destination.Write(lines.Header(revision).Span);
        for (var first = 0; first < state.Keys.Count; first += KeysAtOnce)
        {
            destination.Write(lines.Keys(state, first, Count(state, first)).Span);
        }

        destination.Write(End);
    }

    /// <summary>Writes the same bytes, some while the next are made: for a destination that costs time, as gzip does.</summary>
    public static async Task WriteOverlappedAsync(Stream destination, long revision, CatalogState state)
    {
        var even = new SnapshotLines();
        var odd = new SnapshotLines();
        destination.Write(even.Header(revision).Span);
        var made = MakeAsync(even, state, 0);
        for (var first = 0; first < state.Keys.Count; first += KeysAtOnce)
        {
            var lines = await made;
            made = MakeAsync(first / KeysAtOnce % 2 == 0 ? odd : even, state, first + KeysAtOnce);
            destination.Write(lines.Span);
        }

        await made;
        destination.Write(End);
    }

    private static Task<ReadOnlyMemory<byte>> MakeAsync(SnapshotLines lines, CatalogState state, int first)
        => Task.Run(() => lines.Keys(state, first, Count(state, first)));

    private static int Count(CatalogState state, int first) => Math.Clamp(state.Keys.Count - first, 0, KeysAtOnce);
}
