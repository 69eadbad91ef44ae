using System.Text.Json.Serialization;

namespace Jarpoint.Catalog.Facts;

/// <summary>What the catalog knows of one key: the best event and the best listing. At least one is there.</summary>
/// <param name="Event">The greatest fact that has a sequencer.</param>
/// <param name="Listing">The greatest fact that has none.</param>
/// <remarks>See <c>docs/decisions/0002-two-best-facts-per-key.md</c>.</remarks>
public sealed record KeyState(CatalogFact? Event, CatalogFact? Listing)
{
    [JsonIgnore]
    public string Key => Current.Key;

    /// <summary>
    /// The fact to show: the event, unless the listing saw the store in a strictly later second.
    /// </summary>
    [JsonIgnore]
    public CatalogFact Current => (Event, Listing) switch
    {
        ({ } happened, { } listed) => Second(listed) > Second(happened) ? listed : happened,
        _ => Event ?? Listing
            ?? throw new InvalidOperationException("A key of the catalog has neither an event nor a listing."),
    };

    public static KeyState Of(CatalogFact fact) => new KeyState(null, null).With(fact);

    /// <summary>The state after one more fact about the same key; this instance when the fact changes nothing.</summary>
    public KeyState With(CatalogFact fact)
    {
        if (fact.Sequencer is null)
        {
            return Listing is null || FactOrder.CompareListings(fact, Listing) > 0 ? this with { Listing = fact } : this;
        }

        return Event is null || FactOrder.CompareEvents(fact, Event) > 0 ? this with { Event = fact } : this;
    }

    private static long Second(CatalogFact fact) => fact.At.ToUnixTimeSeconds();
}
