namespace Jarpoint.Nodes.Throttling;

/// <summary>How AWS throttles: a bucket of tokens, one a call, refilled at a steady rate.</summary>
public sealed class TokenBucket
{
    private readonly double capacity;
    private readonly double perSecond;
    private readonly TimeProvider clock;
    private readonly Lock gate = new();
    private double tokens;
    private DateTimeOffset filled;

    /// <param name="capacity">Calls that a rested bucket takes at once.</param>
    /// <param name="perSecond">Tokens that come back a second.</param>
    /// <param name="clock">Tells what came back.</param>
    public TokenBucket(double capacity, double perSecond, TimeProvider clock)
    {
        (this.capacity, this.perSecond, this.clock) = (capacity, perSecond, clock);
        (tokens, filled) = (capacity, clock.GetUtcNow());
    }

    public bool TryTake()
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            tokens = Math.Min(capacity, tokens + ((now - filled).TotalSeconds * perSecond));
            filled = now;
            if (tokens < 1)
            {
                return false;
            }

            tokens--;
            return true;
        }
    }
}
