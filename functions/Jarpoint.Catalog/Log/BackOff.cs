using System.Security.Cryptography;

namespace Jarpoint.Catalog.Log;

/// <summary>Exponential back-off with full jitter, so that writers that collided once spread out.</summary>
internal sealed class BackOff(TimeProvider time)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    public Task DelayAsync(int attempt, CancellationToken cancellationToken)
    {
        var ceiling = Math.Min(First.Ticks << Math.Min(attempt, 20), Longest.Ticks);
        var ticks = ceiling * RandomNumberGenerator.GetInt32(1, 1001) / 1000;
        return Task.Delay(TimeSpan.FromTicks(ticks), time, cancellationToken);
    }
}
