namespace Jarpoint.LocalCloud.Functions;

/// <summary>
/// Polling slows down while invocations fail, and is back at full speed after the first that does not. Messages that
/// a function itself reports as failed do not count.
/// </summary>
internal sealed class BackOff(TimeProvider time)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private int failures;

    /// <summary>The pause before the next batch.</summary>
    public TimeSpan Pause
        => Volatile.Read(ref failures) switch
        {
            0 => TimeSpan.Zero,
            < 8 and var count => Shortest * (1 << (count - 1)),
            _ => Longest,
        };

    public void Count(bool failed)
    {
        if (failed)
        {
            Interlocked.Increment(ref failures);
        }
        else
        {
            Volatile.Write(ref failures, 0);
        }
    }

    public Task WaitAsync(CancellationToken cancellationToken) => Task.Delay(Pause, time, cancellationToken);
}
