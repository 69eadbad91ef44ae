using Jarpoint.Catalog.Facts;

namespace Jarpoint.Catalog.Tests.Facts;

public sealed class KeyStateTests
{
    /// <summary>The circle of docs/decisions/0002: 6 beats 5 by sequencer, the listing lies between them in time.</summary>
    [Fact]
    public void A_listing_between_two_events_of_skewed_clocks_gives_one_catalog_in_every_order()
    {
        CatalogFact[] facts = [Fact("5", 10), Fact("6", 8), Fact(null, 9)];
        int[][] orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];

        orders.Select(order => order.Skip(1).Aggregate(
                KeyState.Of(facts[order[0]]), (state, next) => state.With(facts[next])))
            .ShouldAllBe(state => state == new KeyState(facts[1], facts[2]));
    }

    [Fact]
    public void A_description_by_a_later_reader_replaces_the_one_of_the_same_event()
    {
        var old = Fact("5", 10);
        var fresh = old with { Reader = 2, ETag = "e0" };

        KeyState.Of(old).With(fresh).Current.ShouldBeSameAs(fresh);
        KeyState.Of(fresh).With(old).Current.ShouldBeSameAs(fresh);
    }

    private static CatalogFact Fact(string? sequencer, int seconds) => new()
    {
        Kind = FactKind.Removed,
        Key = "jars/a.jar",
        Sequencer = sequencer,
        At = DateTimeOffset.UnixEpoch.AddSeconds(seconds),
        Reader = 1,
    };
}
