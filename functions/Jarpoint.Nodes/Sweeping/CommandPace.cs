using Jarpoint.Nodes.Cluster;

namespace Jarpoint.Nodes.Sweeping;

/// <summary>
/// When a node that is not mounted gets another command: whenever it has been so for a third longer than at the
/// command before, from the launch patience (one minute) on, and every hour past four. In ten minutes that is at most
/// <c>Steps(10 min) + 1 = 10</c> commands, in a day 41, however often the sweep runs.
/// </summary>
/// <remarks>
/// Nothing is kept for it: a sweep knows when the sweep before was, and asks whether a step lies between. When that
/// sweep got no verify out, the last command the node has answered, or was marked for, stands for it.
/// </remarks>
internal static class CommandPace
{
    private const double Growth = 4.0 / 3;

    private static readonly TimeSpan Hourly = TimeSpan.FromHours(4);

    /// <summary>Steps of a node that has not been mounted for this long; -1 when it was a moment ago.</summary>
    public static int Steps(TimeSpan age, TimeSpan first)
    {
        if (age <= TimeSpan.Zero)
        {
            return -1;
        }

        var growing = age < Hourly ? age : Hourly;
        var steps = growing < first ? 0 : 1 + (int)Math.Floor(Math.Log(growing / first) / Math.Log(Growth));
        return steps + (int)((age - growing) / TimeSpan.FromHours(1));
    }

    /// <param name="sighting">A node that was never ready or is unhealthy.</param>
    /// <param name="lastSweep">Null when it is not known.</param>
    /// <param name="now">Time.</param>
    /// <param name="policy">Patiences.</param>
    public static bool IsDue(Sighting sighting, DateTimeOffset? lastSweep, DateTimeOffset now, NodePolicy policy)
    {
        if (sighting.Condition is not { } condition)
        {
            return now >= sighting.Node.CreatedAt + policy.LaunchPatience;
        }

        if (condition.Status is ConditionStatus.True || !(sighting.NeverReady || sighting.State is NodeState.Unhealthy))
        {
            return false;
        }

        // Past the deadline the steps are further apart than a command takes.
        if (condition.Reason is MountReasons.Mounting && now < condition.ObservedAt + policy.CommandPatience)
        {
            return false;
        }

        var since = sighting.NeverReady ? sighting.Node.CreatedAt : condition.ChangedAt;
        var isNew = sighting.News is not null && sighting.Node.Condition is { Status: ConditionStatus.True };
        var before = lastSweep is { } sweep && sweep > condition.ObservedAt ? sweep : condition.ObservedAt;
        return isNew || Steps(now - since, policy.LaunchPatience) > Steps(before - since, policy.LaunchPatience);
    }
}
