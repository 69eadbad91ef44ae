using System.Collections.Concurrent;
using Jarpoint.Nodes.Commands;
using Jarpoint.Nodes.Recording;

namespace Jarpoint.Nodes.Sweeping;

/// <summary>
/// Finds nodes that are well again. That a verify succeeded need not come as an event, and no command goes to a node of
/// which nobody knows, or to any while the guard holds: without a look such a node would stay what it was for ever.
/// </summary>
internal sealed class HealedNodes(ICommandRunner commands, NodePolicy policy, TimeProvider clock)
{
    /// <summary>
    /// A call each. Of more nodes than this, each sweep asks for others, so that nodes that stay as they are do not keep
    /// it from the rest.
    /// </summary>
    private const int MostAsked = 100;

    public async Task FindAsync(Census census, FleetAnswers answers, CancellationToken cancellationToken)
    {
        if (answers.Verify is not { } verify || verify.Completed <= verify.Errors)
        {
            return;
        }

        var asked = census.Others.Where(sighting => MayBeWell(sighting, answers, verify))
            .OrderBy(static sighting => sighting.Node.Name, StringComparer.Ordinal).ToList();
        var first = asked.Count <= MostAsked
            ? 0
            : (int)(clock.GetUtcNow().UtcTicks / TimeSpan.TicksPerMinute % ((asked.Count + MostAsked - 1) / MostAsked)) * MostAsked;
        var healed = new ConcurrentBag<Sighting>();
        await Parallel.ForEachAsync(
            asked.Skip(first).Take(MostAsked),
            new ParallelOptions { MaxDegreeOfParallelism = policy.Concurrency, CancellationToken = cancellationToken },
            async (sighting, stop) =>
            {
                if (await commands.InvocationAsync(verify.Id, sighting.Node.Instance!, stop)
                    is { Status: InvocationStatus.Success })
                {
                    healed.Add(sighting);
                }
            });
        foreach (var sighting in healed)
        {
            var news = MountVerdict.Mounted(policy.Plan.MountsOf(sighting.Node.Pool));
            if (new Observation(news, verify.RequestedAt).Over(sighting.Condition, clock.GetUtcNow()) is { } next)
            {
                var state = sighting.Node.HasTaint(policy.Taint) ? NodeState.MountedNotUntainted : NodeState.Ready;
                census.Replace(sighting, new Sighting(sighting.Node, state, news, next));
            }
        }
    }

    private static bool MayBeWell(Sighting sighting, FleetAnswers answers, CommandSummary verify)
        => sighting is { State: NodeState.Unknown or NodeState.Unhealthy, Condition: { } condition, Node: { Registered: true, Instance: { } id } }
            && !answers.Failures.ContainsKey(id)
            && condition.ObservedAt < verify.RequestedAt;
}
