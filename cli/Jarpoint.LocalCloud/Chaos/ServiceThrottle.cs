using System.Collections.Concurrent;
using Jarpoint.Nodes.Throttling;

namespace Jarpoint.LocalCloud.Chaos;

/// <summary>Decides which calls of one service are throttled: some by chance, and those beyond a rate.</summary>
/// <param name="service">Its name: services draw apart from each other.</param>
/// <param name="chaos">How often by chance.</param>
/// <param name="limit">Rate of an action, or null for any rate.</param>
/// <param name="time">Refills the buckets.</param>
public sealed class ServiceThrottle(
    string service, ChaosOptions chaos, Func<string, RateLimit?> limit, TimeProvider time)
{
    private readonly SeededDice dice = new(chaos.Seed, "throttle " + service);
    private readonly ConcurrentDictionary<string, TokenBucket?> buckets = new(StringComparer.Ordinal);

    /// <summary>Throttles nothing.</summary>
    public static ServiceThrottle None { get; } = new("none", new ChaosOptions(), static _ => null, TimeProvider.System);

    /// <summary>True when this call of an action is to be answered that it is throttled, and nothing done.</summary>
    public bool Refuses(string action)
    {
        var bucket = buckets.GetOrAdd(action, NewBucket);
        return (chaos.Throttled > 0 && dice.Hits(chaos.Throttled)) || bucket?.TryTake() == false;
    }

    private TokenBucket? NewBucket(string action) => limit(action) is { } rate ? new TokenBucket(rate.Burst, rate.PerSecond, time) : null;
}
