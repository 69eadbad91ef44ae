using System.IO.Compression;
using System.Text;
using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Snapshots;
using Jarpoint.Catalog.Storage;
using static Jarpoint.Catalog.Tests.TestCatalog;

namespace Jarpoint.Catalog.Tests.Snapshots;

/// <summary>States as text, and text as what a store holds.</summary>
internal static class SnapshotFixture
{
    public const long Revision = 7;

    public static CatalogState Three { get; } =
        StateOf([Rejected("jars/a.jar"), Removed("jars/b.jar", 2), Rejected("jars/line\nbreak.jar", 3)]);

    public static CatalogState StateOf(IEnumerable<CatalogFact> facts)
    {
        var fold = new CatalogFold();
        fold.Add(facts);
        return fold.ToState();
    }

    public static byte[] BytesOf(CatalogState state)
    {
        using var buffer = new MemoryStream();
        SnapshotWriter.Write(buffer, Revision, state);
        return buffer.ToArray();
    }

    public static string TextOf(CatalogState state) => Encoding.UTF8.GetString(BytesOf(state));

    public static byte[] Gzip(byte[] bytes)
    {
        using var buffer = new MemoryStream();
        using (var packed = new GZipStream(buffer, CompressionLevel.Fastest))
        {
            packed.Write(bytes);
        }

        return buffer.ToArray();
    }

    public static Task<SnapshotOutcome> ReadAsync(string text) => ReadAsync(Gzip(Encoding.UTF8.GetBytes(text)));

    /// <summary>What a store says of an object with this content.</summary>
    public static async Task<SnapshotOutcome> ReadAsync(ReadOnlyMemory<byte> stored)
    {
        var store = new InMemoryObjectStore();
        await store.PutAsync(
            new ObjectWrite(Layout.Snapshot(Revision), stored, new PutCondition.None()), Cancellation);
        return await new SnapshotStore(store, Layout).ReadAsync(Revision, Cancellation);
    }
}
