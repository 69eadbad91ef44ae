using Jarpoint.Catalog.Snapshots;
using static Jarpoint.Catalog.Tests.Snapshots.SnapshotFixture;

namespace Jarpoint.Catalog.Tests.Snapshots;

public sealed class SnapshotWriterTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(500)]
    [InlineData(501)]
    [InlineData(1700)]
    public async Task Overlapped_it_writes_the_same_bytes(int keys)
    {
        var state = StateOf(Enumerable.Range(0, keys).Select(CatalogFixtures.Described));
        using var overlapped = new MemoryStream();

        await SnapshotWriter.WriteOverlappedAsync(overlapped, Revision, state);

        overlapped.ToArray().ShouldBe(BytesOf(state));
        using var text = new MemoryStream(overlapped.ToArray());
        (await new SnapshotReader(text, Revision).ReadAsync(TestCatalog.Cancellation)).Keys.Count.ShouldBe(keys);
    }
}
