using System.IO.Pipelines;
using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Snapshots;
using static Jarpoint.Catalog.Tests.Snapshots.SnapshotFixture;
using static Jarpoint.Catalog.Tests.TestCatalog;

namespace Jarpoint.Catalog.Tests.Snapshots;

/// <summary>A snapshot of several blocks.</summary>
public sealed class SnapshotReaderTests
{
    private static readonly CatalogState Large = StateOf(Enumerable.Range(0, 9000).Select(CatalogFixtures.Described));
    private static readonly byte[] Bytes = BytesOf(Large);

    [Fact]
    public async Task Lines_that_cross_blocks_are_read_whole_and_in_order()
    {
        Bytes.Length.ShouldBeGreaterThan(5 * SnapshotReader.Block);

        BytesOf(await ReadAsync(Bytes)).ShouldBe(Bytes);
    }

    [Fact]
    public async Task Is_not_whole_when_it_ends_with_a_line_of_any_block()
    {
        for (var at = SnapshotReader.Block / 2; at < Bytes.Length; at += SnapshotReader.Block)
        {
            var line = Bytes.AsSpan(..at).LastIndexOf((byte)'\n') + 1;

            (await Should.ThrowAsync<InvalidDataException>(() => ReadAsync(Bytes[..line])))
                .Message.ShouldEndWith("before its closing line.");
        }
    }

    [Fact]
    public async Task Refuses_a_key_after_the_closing_line_of_another_block()
    {
        var first = Bytes.AsSpan(..SnapshotReader.Block).LastIndexOf((byte)'\n') + 1;
        byte[] doubled = [.. Bytes, .. Bytes.AsSpan(first)];

        await Should.ThrowAsync<InvalidDataException>(() => ReadAsync(doubled));
    }

    [Fact]
    public async Task Refuses_a_line_longer_than_a_block()
    {
        byte[] endless = [.. Bytes.AsSpan(..Bytes.IndexOf((byte)'\n')), .. new byte[2 * SnapshotReader.Block]];

        (await Should.ThrowAsync<InvalidDataException>(() => ReadAsync(endless))).Message.ShouldContain("longer than");
    }

    [Fact]
    public async Task A_stream_that_breaks_is_a_fault_and_not_a_damaged_snapshot()
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        await pipe.Writer.WriteAsync(Bytes.AsMemory(0, Bytes.Length / 2), Cancellation);
        await pipe.Writer.CompleteAsync(new IOException("reset"));
        await using var content = pipe.Reader.AsStream();

        (await Should.ThrowAsync<IOException>(
            () => new SnapshotReader(content, Revision).ReadAsync(Cancellation))).Message.ShouldBe("reset");
    }

    [Fact]
    public async Task Stops_when_it_is_cancelled()
    {
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        await cancelled.CancelAsync();
        using var content = new MemoryStream(Bytes);

        await Should.ThrowAsync<OperationCanceledException>(
            () => new SnapshotReader(content, Revision).ReadAsync(cancelled.Token));
    }

    private static async Task<CatalogState> ReadAsync(byte[] bytes)
    {
        using var content = new MemoryStream(bytes);
        return await new SnapshotReader(content, Revision).ReadAsync(Cancellation);
    }
}
