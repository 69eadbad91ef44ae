using System.Globalization;
using Jarpoint.Catalog;
using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Log;
using Jarpoint.Catalog.Maintenance;
using Jarpoint.Catalog.Publishing;
using Jarpoint.Catalog.Reading;
using Jarpoint.Jars;
using Shouldly;
using Xunit;

namespace Jarpoint.Conformance;

/// <summary>
/// What the catalog promises while many write at once, on any store that passes <see cref="ObjectStoreConformance"/>.
/// </summary>
public abstract class CatalogConcurrencyConformance : IAsyncLifetime
{
    private const int Writers = 10;

    /// <summary>The history of one key in so many is read: each costs a pass over the log.</summary>
    private const int HistoryEvery = 50;

    private StoreUnderTest? subject;

    /// <summary>Commits of each of the ten writers.</summary>
    protected virtual int CommitsPerWriter => 20;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private StoreUnderTest Subject => subject ?? throw new InvalidOperationException("The test has not begun.");

    private CatalogLayout Layout => new(Subject.Prefix);

    private int Commits => Writers * CommitsPerWriter;

    public async ValueTask InitializeAsync() => subject = await CreateAsync();

    public async ValueTask DisposeAsync()
    {
        if (subject is not null)
        {
            await subject.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Ten_writers_leave_every_fact_once_and_no_gap()
    {
        var revisions = await WriteAsync();

        revisions.Order().ShouldBe(Enumerable.Range(1, Commits).Select(static revision => (long)revision));
        var view = await Reader().LatestAsync(Cancellation);
        view.Revision.ShouldBe(Commits);
        view.Entries.Select(static entry => entry.Key).ShouldBe(Keys());
        foreach (var key in Keys().Where(static (_, i) => i % HistoryEvery == 0))
        {
            (await Reader().HistoryAsync(key, Cancellation)).Count.ShouldBe(1, key);
        }
    }

    [Fact]
    public async Task Publishers_that_run_at_once_never_move_the_head_backwards()
    {
        var writing = WriteAsync();
        var publishing = Enumerable.Range(0, 4).Select(_ => PublishUntilAsync(writing)).ToArray();
        await writing;
        await Task.WhenAll(publishing);

        await Publisher().PublishAsync(Cancellation);
        (await Publisher().PublishAsync(Cancellation)).ShouldBe(new PublishOutcome.NothingNew(Commits));
        var check = await new CatalogChecker(Subject.Store, Layout, TimeProvider.System).CheckAsync(Cancellation);
        check.Findings.ShouldBeEmpty();
        check.Revision.ShouldBe(Commits);
        check.Snapshots.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_reader_never_sees_a_gap_while_writers_write()
    {
        var writing = WriteAsync();
        var publishing = PublishUntilAsync(writing);
        long newest = 0;
        do
        {
            var view = await Reader().LatestAsync(Cancellation);
            view.Revision.ShouldBeGreaterThanOrEqualTo(newest);
            view.Entries.Count.ShouldBe((int)view.Revision);
            newest = view.Revision;
        }
        while (!writing.IsCompleted);

        await writing;
        await publishing;
    }

    protected abstract Task<StoreUnderTest> CreateAsync();

    private CatalogReader Reader() => new(Subject.Store, Layout);

    private CatalogPublisher Publisher() => new(Subject.Store, Layout, Reader(), TimeProvider.System);

    /// <summary>Every commit holds one fact about a key of its own.</summary>
    private async Task<long[]> WriteAsync()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(
            async () =>
            {
                var log = new CatalogWriter(Subject.Store, Layout, TimeProvider.System);
                var revisions = new List<long>();
                for (var commit = 0; commit < CommitsPerWriter; commit++)
                {
                    revisions.Add(await log.AppendAsync([Fact(writer, commit)], Cancellation));
                }

                return revisions;
            },
            Cancellation)));
        return [.. all.SelectMany(static revisions => revisions)];
    }

    private async Task PublishUntilAsync(Task writing)
    {
        long newest = 0;
        while (!writing.IsCompleted)
        {
            var revision = await Publisher().PublishAsync(Cancellation) switch
            {
                PublishOutcome.Published published => published.View.Revision,
                PublishOutcome.NothingNew nothing => nothing.Revision,
                var other => throw new InvalidOperationException($"Unknown outcome {other}."),
            };
            revision.ShouldBeGreaterThanOrEqualTo(newest);
            newest = revision;
        }
    }

    private IEnumerable<string> Keys() =>
        from writer in Enumerable.Range(0, Writers)
        from commit in Enumerable.Range(0, CommitsPerWriter)
        select Name(writer, commit);

    private static string Name(int writer, int commit)
        => string.Create(CultureInfo.InvariantCulture, $"jars/{writer:D2}/{commit:D4}.jar");

    private static CatalogFact Fact(int writer, int commit) => new()
    {
        Kind = FactKind.Rejected,
        Key = Name(writer, commit),
        Sequencer = "0A",
        At = DateTimeOffset.UnixEpoch,
        Size = 0,
        Reader = 1,
        Rejection = new Rejection(RejectionReason.Empty, "The object has no bytes."),
    };
}
