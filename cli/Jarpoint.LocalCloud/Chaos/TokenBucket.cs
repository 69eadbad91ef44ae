namespace Jarpoint.LocalCloud.Chaos;

/// <summary>Holds up to a number of tokens, and gets them back at a steady rate. Safe for concurrent use.</summary>
public sealed class TokenBucket(RateLimit limit, TimeProvider time)
{
    private readonly Lock gate = new();
    private double tokens = limit.Burst;
    private long filledAt = time.GetTimestamp();

    /// <summary>Takes a token.</summary>
    /// <returns>False when there is none; then nothing is taken.</returns>
    public bool TryTake()
    {
        lock (gate)
        {
            var now = time.GetTimestamp();
            tokens = Math.Min(limit.Burst, tokens + (time.GetElapsedTime(filledAt, now).TotalSeconds * limit.PerSecond));
            filledAt = now;
            if (tokens < 1)
            {
                return false;
            }

            tokens--;
            return true;
        }
    }
}
