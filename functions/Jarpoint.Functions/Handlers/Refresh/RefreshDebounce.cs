using Jarpoint.Functions.Options;

namespace Jarpoint.Functions.Handlers.Refresh;

/// <summary>Decides whether a burst of commits is over.</summary>
internal static class RefreshDebounce
{
    /// <param name="unrefreshed">What waits.</param>
    /// <param name="now">The clock.</param>
    /// <param name="options">How long to wait for quiet, and for how long at most.</param>
    /// <returns>
    /// How long to wait before looking again, in whole seconds as queues count them; null when it is time. A commit of
    /// a clock that is ahead makes nobody wait longer than one quiet time.
    /// </returns>
    public static TimeSpan? Wait(UnrefreshedCommits unrefreshed, DateTimeOffset now, RefreshOptions options)
    {
        var untilQuiet = options.Quiet - (now - unrefreshed.Newest);
        var untilPatienceEnds = options.MaxWait - (now - unrefreshed.Oldest);
        var seconds = Math.Ceiling(
            Math.Min(Math.Min(untilQuiet.TotalSeconds, untilPatienceEnds.TotalSeconds), options.Quiet.TotalSeconds));
        return seconds > 0 ? TimeSpan.FromSeconds(seconds) : null;
    }
}
