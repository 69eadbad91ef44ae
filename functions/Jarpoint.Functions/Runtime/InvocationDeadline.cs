namespace Jarpoint.Functions.Runtime;

/// <summary>The time an invocation has, and what of it is kept back to wind up before Lambda kills the process.</summary>
/// <param name="At">When Lambda kills the process; null for no limit.</param>
/// <param name="Started">When the invocation began.</param>
/// <param name="Clock">Measures both.</param>
public sealed record InvocationDeadline(DateTimeOffset? At, DateTimeOffset Started, TimeProvider Clock)
{
    /// <summary>Kept back to hand over a response that says what was not done.</summary>
    private static readonly TimeSpan ResponseMargin = TimeSpan.FromMilliseconds(500);

    /// <summary>Timers refuse spans beyond 49 days; no invocation lives a day.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>An invocation without a time limit, for hosts that have none.</summary>
    public static InvocationDeadline None(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return new InvocationDeadline(null, clock.GetUtcNow(), clock);
    }

    /// <summary>Is cancelled when only the time to hand over a response is left.</summary>
    public CancellationTokenSource UntilResponse() => Until(ResponseMargin, 0.1);

    /// <summary>Is cancelled <paramref name="margin"/> before the deadline.</summary>
    /// <param name="margin">Time kept back.</param>
    /// <param name="share">The largest share of the whole time kept back: short time limits stay usable.</param>
    public CancellationTokenSource Until(TimeSpan margin, double share)
    {
        if (At is not { } at)
        {
            return new CancellationTokenSource();
        }

        var kept = TimeSpan.FromTicks(Math.Min(margin.Ticks, (long)((at - Started).Ticks * share)));
        var left = at - kept - Clock.GetUtcNow();
        return new CancellationTokenSource(
            left <= TimeSpan.Zero ? TimeSpan.Zero : left < Longest ? left : Longest, Clock);
    }
}
