using System.IO.Compression;
using System.Text;
using FsCheck.Xunit;
using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Reading;
using Jarpoint.Catalog.Storage;
using Jarpoint.Catalog.Tests.Facts;
using static Jarpoint.Catalog.Tests.TestCatalog;

namespace Jarpoint.Catalog.Tests.Reading;

public sealed class EntryStreamTests
{
    private readonly TestCatalog catalog = new();

    [Fact]
    public async Task An_empty_bucket_is_revision_zero()
        => (await StreamAsync(null)).ShouldBe("0:");

    [Property(MaxTest = 100, Arbitrary = [typeof(FactGenerator)])]
    public async Task Streams_what_a_view_shows(CatalogFact[] published, CatalogFact[] later, CatalogFact[] last)
    {
        foreach (var facts in new[] { published, later, last }.Where(static facts => facts.Length > 0))
        {
            await catalog.AppendAsync(facts);
            if (ReferenceEquals(facts, published))
            {
                await catalog.Publisher.PublishAsync(Cancellation);
            }
        }

        var view = await catalog.Reader.LatestAsync(Cancellation);
        await using var stream = await catalog.Reader.OpenAsync(null, Cancellation);
        var entries = await stream.ReadAsync(Cancellation).ToListAsync(Cancellation);

        stream.Revision.ShouldBe(view.Revision);
        entries.Select(static entry => (entry.Key, entry.At, entry.Kind, entry.Sequencer))
            .ShouldBe(view.Entries.Select(static entry => (entry.Key, entry.At, entry.Kind, entry.Sequencer)));
    }

    [Fact]
    public async Task Streams_any_revision()
    {
        await catalog.AppendAsync(Rejected("jars/a.jar"), Rejected("jars/b.jar"));
        await catalog.Publisher.PublishAsync(Cancellation);
        await catalog.AppendAsync(Removed("jars/a.jar", 2), Rejected("jars/0.jar"));
        await catalog.AppendAsync(Rejected("jars/c.jar"));
        await catalog.Publisher.PublishAsync(Cancellation);

        (await StreamAsync(0)).ShouldBe("0:");
        (await StreamAsync(1)).ShouldBe("1: jars/a.jar jars/b.jar");
        (await StreamAsync(2)).ShouldBe("2: jars/0.jar jars/b.jar");
        (await StreamAsync(null)).ShouldBe("3: jars/0.jar jars/b.jar jars/c.jar");
        await Should.ThrowAsync<UnknownRevisionException>(() => catalog.Reader.OpenAsync(4, Cancellation));
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("swapped")]
    [InlineData("no gzip")]
    public async Task Goes_on_from_the_log_where_a_snapshot_breaks_off(string damage)
    {
        await PublishedAsync(5000);
        await DamageAsync(lines => damage switch
        {
            "cut" => [.. lines.SkipLast(1000)],
            "swapped" => [.. lines[..^2], lines[^1], lines[^2]],
            _ => null,
        });

        (await StreamAsync(null)).ShouldBe($"1: {string.Join(' ', Enumerable.Range(0, 5000).Select(Key))}");
    }

    [Fact]
    public async Task Refuses_to_go_on_after_entries_that_never_were()
    {
        await PublishedAsync(5000);
        await DamageAsync(static lines =>
            [.. lines[..4000].Select(static line => line.Replace("jars/000000", "jars/00000/other", StringComparison.Ordinal))]);

        await Should.ThrowAsync<CatalogDamagedException>(() => StreamAsync(null));
    }

    private static string Key(int number) => $"jars/{number:D6}.jar";

    private async Task PublishedAsync(int entries)
    {
        await catalog.AppendAsync([.. Enumerable.Range(0, entries).Select(static number => Rejected(Key(number)))]);
        await catalog.Publisher.PublishAsync(Cancellation);
    }

    /// <summary>Rewrites the snapshot of revision 1; null makes it no archive at all.</summary>
    private async Task DamageAsync(Func<string[], string[]?> change)
    {
        var found = (GetOutcome.Found)await catalog.Store.GetAsync(
            new ObjectReference(Layout.Snapshot(1)), Cancellation);
        using var text = new StreamReader(new GZipStream(found.Content, CompressionMode.Decompress));
        var lines = (await text.ReadToEndAsync(Cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        using var bytes = new MemoryStream();
        if (change(lines) is { } changed)
        {
            await using var gzip = new GZipStream(bytes, CompressionLevel.Fastest);
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(string.Join('\n', changed)), Cancellation);
        }

        catalog.Store.Delete(Layout.Snapshot(1));
        await catalog.Store.PutAsync(
            new ObjectWrite(
                Layout.Snapshot(1), bytes.ToArray(), new PutCondition.None()),
            Cancellation);
    }

    /// <summary>The revision, and the keys.</summary>
    private async Task<string> StreamAsync(long? revision)
    {
        await using var stream = await catalog.Reader.OpenAsync(revision, Cancellation);
        var entries = await stream.ReadAsync(Cancellation).ToListAsync(Cancellation);
        return string.Join(' ', entries.Select(static entry => entry.Key).Prepend($"{stream.Revision}:"));
    }
}
