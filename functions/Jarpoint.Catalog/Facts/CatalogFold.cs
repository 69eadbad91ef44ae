namespace Jarpoint.Catalog.Facts;

/// <summary>
/// Folds facts into a state. Commutative, associative and idempotent: duplicated, reordered and replayed facts give
/// the same state.
/// </summary>
public sealed class CatalogFold(CatalogState start)
{
    private readonly Dictionary<string, KeyState> changed = new(StringComparer.Ordinal);

    public CatalogFold()
        : this(CatalogState.Empty)
    {
    }

    /// <returns>What the key showed before, null if nothing was known of it, and what it shows now.</returns>
    public (CatalogFact? Before, CatalogFact After) Add(CatalogFact fact)
    {
        var known = changed.GetValueOrDefault(fact.Key) ?? start.Find(fact.Key);
        var state = known?.With(fact) ?? KeyState.Of(fact);
        if (!ReferenceEquals(state, known))
        {
            changed[fact.Key] = state;
        }

        return (known?.Current, state.Current);
    }

    public void Add(IEnumerable<CatalogFact> facts)
    {
        foreach (var fact in facts)
        {
            Add(fact);
        }
    }

    public CatalogState ToState() => start.Overlay(changed);
}
