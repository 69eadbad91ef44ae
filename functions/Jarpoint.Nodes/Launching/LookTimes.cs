namespace Jarpoint.Nodes.Launching;

/// <summary>
/// When to look again. Looks fall on multiples of the poll interval on the wall clock, so that nodes of one burst come
/// back in one batch however their events were spread.
/// </summary>
internal sealed class LookTimes(TimeSpan poll, TimeProvider clock)
{
    /// <summary>From now to the first look not before <paramref name="earliest"/>.</summary>
    public TimeSpan Until(DateTimeOffset earliest)
    {
        var now = clock.GetUtcNow();
        var ticks = Math.Max(earliest.UtcTicks, now.UtcTicks);
        var look = (ticks + poll.Ticks - 1) / poll.Ticks * poll.Ticks;
        return TimeSpan.FromTicks(look - now.UtcTicks);
    }

    /// <summary>From now to the next look that is worth it: not the one that is about to be.</summary>
    public TimeSpan Next(int skipped = 0) => Until(clock.GetUtcNow() + (poll / 3) + (poll * skipped));
}
