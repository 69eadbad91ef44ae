using Jarpoint.Catalog.Publishing;
using Jarpoint.Catalog.Storage;
using Microsoft.Extensions.Time.Testing;
using static Jarpoint.Catalog.Tests.TestCatalog;

namespace Jarpoint.Catalog.Tests.Publishing;

public sealed class SnapshotRetentionTests
{
    private readonly FakeTimeProvider clock = new(Noon);
    private readonly TestCatalog catalog;
    private readonly SnapshotRetention retention;

    public SnapshotRetentionTests()
    {
        catalog = new TestCatalog { Store = new InMemoryObjectStore(time: clock) };
        retention = new SnapshotRetention(catalog.Store, Layout, clock);
    }

    [Fact]
    public async Task A_snapshot_goes_a_day_after_the_next_one_was_stored()
    {
        await PublishAsync();
        await catalog.AppendAsync(1);
        await catalog.Publisher.PublishAsync(Cancellation);
        clock.Advance(SnapshotRetention.Grace - TimeSpan.FromSeconds(1));
        (await retention.ApplyAsync(2, Cancellation)).ShouldBe(0);

        clock.Advance(TimeSpan.FromSeconds(1));
        (await retention.ApplyAsync(2, Cancellation)).ShouldBe(1);

        (await SnapshotsAsync()).ShouldBe([2]);
    }

    [Fact]
    public async Task The_heads_snapshot_stays_however_old_it_is_and_its_predecessor_for_a_day_more()
    {
        await PublishAsync();
        clock.Advance(TimeSpan.FromDays(400));
        (await retention.ApplyAsync(1, Cancellation)).ShouldBe(0);

        await PublishAsync();
        (await retention.ApplyAsync(2, Cancellation)).ShouldBe(0);

        (await SnapshotsAsync()).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task What_follows_the_head_supersedes_nothing()
    {
        await PublishAsync();
        await PublishAsync();
        clock.Advance(TimeSpan.FromDays(2));

        (await retention.ApplyAsync(1, Cancellation)).ShouldBe(0);
    }

    [Fact]
    public async Task A_backlog_goes_bit_by_bit_for_one_listing_each_time()
    {
        for (var i = 0; i < SnapshotRetention.MostAtOnce + 5; i++)
        {
            await PublishAsync();
        }

        clock.Advance(TimeSpan.FromDays(2));
        var head = SnapshotRetention.MostAtOnce + 5;

        var first = await catalog.CostAsync(() => retention.ApplyAsync(head, Cancellation));
        var second = await catalog.CostAsync(() => retention.ApplyAsync(head, Cancellation));

        (first.Lists, first.Deletes, first.Requests).ShouldBe((1, 20, 21));
        (second.Lists, second.Deletes, second.Requests).ShouldBe((1, 4, 5));
        (await SnapshotsAsync()).ShouldBe([head]);
    }

    [Fact]
    public async Task Every_revision_can_be_read_when_only_the_newest_snapshot_is_left()
    {
        for (var i = 0; i < 5; i++)
        {
            await PublishAsync();
        }

        clock.Advance(TimeSpan.FromDays(2));
        await retention.ApplyAsync(5, Cancellation);

        for (var revision = 1; revision <= 5; revision++)
        {
            (await catalog.Reader.AtAsync(revision, Cancellation)).Revision.ShouldBe(revision);
        }

        (await catalog.Checker.CheckAsync(Cancellation)).Findings.ShouldBeEmpty();
    }

    private async Task PublishAsync()
    {
        await catalog.AppendAsync(1);
        (await catalog.Publisher.PublishAsync(Cancellation)).ShouldBeOfType<PublishOutcome.Published>();
        clock.Advance(TimeSpan.FromMinutes(1));
    }

    private async Task<List<long>> SnapshotsAsync()
    {
        var found = new List<long>();
        await foreach (var listed in catalog.Store.ListAsync(Layout.SnapshotPrefix, null, Cancellation))
        {
            Layout.TryParseSnapshot(listed.Key, out var revision).ShouldBeTrue();
            found.Add(revision);
        }

        return found;
    }
}
