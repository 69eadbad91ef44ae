using System.Collections.Concurrent;

namespace Jarpoint.LocalCloud.Wire;

/// <summary>Counts the calls of a service by action, throttled and refused ones included.</summary>
public sealed class CallCounter
{
    private readonly ConcurrentDictionary<string, long> counts = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, long> ByAction => counts.ToDictionary(StringComparer.Ordinal);

    public long Total => counts.Values.Sum();

    internal void Count(string action) => counts.AddOrUpdate(action, 1, static (_, count) => count + 1);
}
