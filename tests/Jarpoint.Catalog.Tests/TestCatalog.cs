using System.Globalization;
using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Log;
using Jarpoint.Catalog.Maintenance;
using Jarpoint.Catalog.Publishing;
using Jarpoint.Catalog.Reading;
using Jarpoint.Catalog.Snapshots;
using Jarpoint.Catalog.Storage;
using Jarpoint.Jars;

namespace Jarpoint.Catalog.Tests;

/// <summary>A catalog in memory and the parts that work on it.</summary>
internal sealed class TestCatalog
{
    public static DateTimeOffset Noon { get; } = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);

    public static CatalogLayout Layout { get; } = new();

    public InMemoryObjectStore Store { get; init; } = new();

    public CatalogReader Reader => new(Store, Layout);

    public CatalogPublisher Publisher => new(Store, Layout, Reader, TimeProvider.System);

    public CatalogChecker Checker => new(Store, Layout, TimeProvider.System);

    public CatalogLog Log => new(Store, Layout);

    public HeadStore Heads => new(Store, Layout);

    /// <summary>A writer that remembers nothing.</summary>
    public CatalogWriter NewWriter() => new(Store, Layout, TimeProvider.System);

    /// <summary>Appends commits of one fact each, about keys of their own.</summary>
    public async Task AppendAsync(int commits)
    {
        var writer = NewWriter();
        for (var i = 0; i < commits; i++)
        {
            var revision = await writer.AppendAsync([Rejected("jars/new.jar")], Cancellation);
            revision.ShouldBeGreaterThan(0);
        }
    }

    public async Task AppendAsync(params CatalogFact[] facts) => await NewWriter().AppendAsync(facts, Cancellation);

    public Task PutTextAsync(string key, string text) => Store.PutAsync(
        new ObjectWrite(key, System.Text.Encoding.UTF8.GetBytes(text), new PutCondition.None()), Cancellation);

    /// <summary>What the store was asked while <paramref name="action"/> ran.</summary>
    public async Task<StoreUsage> CostAsync(Func<Task> action)
    {
        var before = Store.Usage;
        await action();
        return Store.Usage - before;
    }

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static CatalogFact Rejected(string key, int sequencer = 1) => new()
    {
        Kind = FactKind.Rejected,
        Key = key,
        Sequencer = sequencer.ToString("X", CultureInfo.InvariantCulture),
        At = Noon.AddSeconds(sequencer),
        Size = 0,
        ETag = $"e{sequencer}",
        Reader = 1,
        Rejection = new Rejection(RejectionReason.Empty, "The object has no bytes."),
    };

    public static CatalogFact Removed(string key, int sequencer) => new()
    {
        Kind = FactKind.Removed,
        Key = key,
        Sequencer = sequencer.ToString("X", CultureInfo.InvariantCulture),
        At = Noon.AddSeconds(sequencer),
    };
}
