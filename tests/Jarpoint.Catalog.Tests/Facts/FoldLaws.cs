using FsCheck.Xunit;
using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Snapshots;
using Jarpoint.Catalog.Tests.Snapshots;

namespace Jarpoint.Catalog.Tests.Facts;

[Properties(Arbitrary = [typeof(FactGenerator)], MaxTest = 500)]
public sealed class FoldLaws
{
    [Property]
    public void Any_order_gives_the_same_catalog(CatalogFact[] facts, int seed)
    {
        var shuffled = facts.ToArray();
        new Random(seed).Shuffle(shuffled);

        Text(Fold(shuffled)).ShouldBe(Text(Fold(facts)));
    }

    [Property]
    public void Any_duplication_gives_the_same_catalog(CatalogFact[] facts, int seed)
    {
        var random = new Random(seed);
        var repeated = facts.Concat(facts.Where(_ => random.Next(2) == 0)).ToArray();
        random.Shuffle(repeated);

        Text(Fold(repeated)).ShouldBe(Text(Fold(facts)));
    }

    [Property]
    public async Task A_snapshot_in_the_middle_gives_the_same_catalog(CatalogFact[] facts, byte cut)
    {
        var middle = facts.Length == 0 ? 0 : cut % facts.Length;
        using var snapshot = new MemoryStream(SnapshotFixture.BytesOf(Fold(facts[..middle])));
        var fold = new CatalogFold(
            await new SnapshotReader(snapshot, SnapshotFixture.Revision).ReadAsync(CancellationToken.None));
        fold.Add(facts[middle..]);

        Text(fold.ToState()).ShouldBe(Text(Fold(facts)));
    }

    [Property]
    public void Facts_in_a_snapshot_already_change_nothing(CatalogFact[] facts)
    {
        var fold = new CatalogFold(Fold(facts));
        fold.Add(facts);

        Text(fold.ToState()).ShouldBe(Text(Fold(facts)));
    }

    [Property]
    public void The_greatest_event_of_a_key_is_kept_whatever_the_listings_say(CatalogFact[] facts)
    {
        foreach (var state in Fold(facts).Keys.Where(static state => state.Event is not null))
        {
            facts.Where(fact => fact.Key == state.Key && fact.Sequencer is not null)
                .ShouldAllBe(fact => Sequencer.Compare(fact.Sequencer!, state.Event!.Sequencer!) <= 0);
        }
    }

    [Property]
    public void A_listing_shows_only_when_it_is_later_by_a_whole_second(CatalogFact[] facts)
    {
        foreach (var state in Fold(facts).Keys.Where(static state => state is { Event: not null, Listing: not null }))
        {
            var later = state.Listing!.At.ToUnixTimeSeconds() > state.Event!.At.ToUnixTimeSeconds();
            state.Current.ShouldBeSameAs(later ? state.Listing : state.Event);
        }
    }

    private static CatalogState Fold(CatalogFact[] facts)
    {
        var fold = new CatalogFold();
        fold.Add(facts);
        return fold.ToState();
    }

    private static string Text(CatalogState state) => SnapshotFixture.TextOf(state);
}
