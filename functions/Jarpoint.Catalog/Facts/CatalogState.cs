namespace Jarpoint.Catalog.Facts;

/// <summary>The fold of a set of facts: one <see cref="KeyState"/> per key ever seen, removed ones included.</summary>
public sealed class CatalogState
{
    private CatalogState(IReadOnlyList<KeyState> keys) => Keys = keys;

    public static CatalogState Empty { get; } = new([]);

    /// <summary>In the order of <see cref="KeyOrder"/>, each key once.</summary>
    public IReadOnlyList<KeyState> Keys { get; }

    /// <exception cref="CatalogDamagedException">A key is empty, out of order or repeated.</exception>
    public static CatalogState FromSorted(IReadOnlyList<KeyState> keys)
    {
        for (var i = 0; i < keys.Count; i++)
        {
            if (keys[i] is { Event: null, Listing: null })
            {
                throw new CatalogDamagedException($"Key number {i} has neither an event nor a listing.");
            }

            if (i > 0 && KeyOrder.Instance.Compare(keys[i - 1].Key, keys[i].Key) >= 0)
            {
                throw new CatalogDamagedException($"Key '{keys[i].Key}' is out of order or repeated.");
            }
        }

        return new CatalogState(keys);
    }

    /// <summary>This state and other states of some of its keys, which replace its own.</summary>
    internal CatalogState Overlay(IReadOnlyDictionary<string, KeyState> changed)
    {
        if (changed.Count == 0)
        {
            return this;
        }

        var fresh = changed.Values.ToArray();
        Array.Sort(fresh, static (a, b) => KeyOrder.Instance.Compare(a.Key, b.Key));
        var merged = new List<KeyState>(Keys.Count + fresh.Length);
        var next = 0;
        foreach (var state in Keys)
        {
            while (next < fresh.Length && KeyOrder.Instance.Compare(fresh[next].Key, state.Key) < 0)
            {
                merged.Add(fresh[next++]);
            }

            merged.Add(next < fresh.Length && fresh[next].Key == state.Key ? fresh[next++] : state);
        }

        merged.AddRange(fresh.AsSpan(next));
        return new CatalogState(merged);
    }

    internal KeyState? Find(string key)
    {
        var (low, high) = (0, Keys.Count - 1);
        while (low <= high)
        {
            var middle = low + ((high - low) / 2);
            var order = KeyOrder.Instance.Compare(Keys[middle].Key, key);
            if (order == 0)
            {
                return Keys[middle];
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }
}
