namespace Jarpoint.LocalCloud.S3.State;

/// <summary>A bucket's settings and its keys in listing order.</summary>
internal sealed class BucketState(string name, DateTimeOffset created)
{
    private readonly Dictionary<string, KeyHistory> byKey = new(StringComparer.Ordinal);
    private readonly SortedSet<KeyHistory> inOrder =
        new(Comparer<KeyHistory>.Create((x, y) => KeyOrder.Instance.Compare(x.Key, y.Key)));

    public string Name { get; } = name;

    public DateTimeOffset Created { get; } = created;

    public BucketVersioning Versioning { get; set; }

    public string? NotificationXml { get; set; }

    public bool IsEmpty => byKey.Count == 0;

    public IEnumerable<KeyHistory> Keys => inOrder;

    public KeyHistory? Find(string key) => byKey.GetValueOrDefault(key);

    /// <summary>Keys from <paramref name="first"/> on, itself included.</summary>
    public IEnumerable<KeyHistory> From(string first)
    {
        var lower = new KeyHistory(first);
        return inOrder.Max is { } max && KeyOrder.Instance.Compare(first, max.Key) <= 0
            ? inOrder.GetViewBetween(lower, max)
            : [];
    }

    public KeyHistory GetOrAdd(string key)
    {
        if (byKey.TryGetValue(key, out var history))
            return history;

        history = new KeyHistory(key);
        byKey.Add(key, history);
        inOrder.Add(history);
        return history;
    }

    public void Forget(KeyHistory history)
    {
        byKey.Remove(history.Key);
        inOrder.Remove(history);
    }
}
