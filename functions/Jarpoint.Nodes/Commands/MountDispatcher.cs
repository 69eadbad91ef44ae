using Jarpoint.Nodes.Identity;
using Jarpoint.Nodes.Plan;
using Jarpoint.Nodes.Throttling;

namespace Jarpoint.Nodes.Commands;

/// <summary>
/// Sends the mount command to nodes of several pools in as few calls as SSM allows: nodes with the same mounts share a
/// command of up to 50.
/// </summary>
internal sealed class MountDispatcher(ICommandRunner commands, NodePolicy policy)
{
    /// <summary>What is to happen before a command goes to these nodes; gives those it may go to.</summary>
    public delegate Task<IReadOnlyList<InstanceId>> BeforeSend(
        IReadOnlyList<InstanceId> ids, CancellationToken cancellationToken);

    /// <summary>
    /// Of a command that fails only its nodes have failed: what went out stays known, and other mounts still get theirs.
    /// </summary>
    /// <param name="targets">Nodes and their pools.</param>
    /// <param name="before">What is to happen before a command goes; null for nothing.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="OperationCanceledException">Before any command went out.</exception>
    public async Task<MountDispatch> DispatchAsync(
        IReadOnlyCollection<(InstanceId Id, string Pool)> targets,
        BeforeSend? before,
        CancellationToken cancellationToken)
    {
        var outcomes = new Dictionary<InstanceId, SendOutcome>();
        if (targets.Count == 0)
        {
            return new MountDispatch(outcomes, new HashSet<InstanceId>(), null);
        }

        var online = await OnlineAsync([.. targets.Select(static target => target.Id)], cancellationToken);
        if (online is null)
        {
            return new MountDispatch(
                targets.ToDictionary(static target => target.Id, static _ => (SendOutcome)new SendOutcome.Throttled()),
                new HashSet<InstanceId>(),
                null);
        }

        var failed = new HashSet<InstanceId>();
        var refused = new HashSet<string>(StringComparer.Ordinal);
        Exception? fault = null;
        var throttled = false;
        foreach (var (mounts, chunk) in ChunksOf(targets.Where(target => online.Contains(target.Id))))
        {
            // What SSM refuses for some nodes it refuses for others; when it is out of reach, one look a pool is enough.
            if (refused.Contains(mounts))
            {
                failed.UnionWith(chunk);
                continue;
            }

            try
            {
                // SSM throttles by account: after one refusal the next would only feed it.
                var (sent, ids) = throttled
                    ? (new SendOutcome.Throttled(), chunk)
                    : await SendAsync(mounts, chunk, before, cancellationToken);
                throttled |= sent is SendOutcome.Throttled;
                foreach (var id in ids)
                {
                    outcomes[id] = sent;
                }
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested || outcomes.Count > 0)
            {
                fault ??= e;
                refused.Add(mounts);
                failed.UnionWith(chunk);
            }
        }

        return new MountDispatch(outcomes, failed, fault);
    }

    private IEnumerable<(string Mounts, IReadOnlyList<InstanceId> Ids)> ChunksOf(
        IEnumerable<(InstanceId Id, string Pool)> targets)
        => targets
            .GroupBy(static target => target.Pool)
            .Select(pool => (Mounts: MountsParameter.Format(policy.Plan.MountsOf(pool.Key)), Nodes: pool))
            .GroupBy(static pool => pool.Mounts, static pool => pool.Nodes)
            .SelectMany(static same => same.SelectMany(static nodes => nodes.Select(static node => node.Id))
                .Chunk(CommandTarget.MostInstances)
                .Select(ids => (same.Key, (IReadOnlyList<InstanceId>)ids)));

    private async Task<IReadOnlySet<InstanceId>?> OnlineAsync(
        IReadOnlyList<InstanceId> ids, CancellationToken cancellationToken)
    {
        try
        {
            return await commands.OnlineAsync(ids, cancellationToken);
        }
        catch (ThrottledException)
        {
            return null;
        }
    }

    private async Task<(SendOutcome Outcome, IReadOnlyList<InstanceId> Ids)> SendAsync(
        string mounts, IReadOnlyList<InstanceId> ids, BeforeSend? before, CancellationToken cancellationToken)
    {
        if (before is not null)
        {
            ids = await before(ids, cancellationToken);
        }

        if (ids.Count == 0)
        {
            return (new SendOutcome.TargetsNotReady(), ids);
        }

        var outcome = await SendOnceAsync(mounts, ids, cancellationToken);
        if (outcome is not SendOutcome.TargetsNotReady)
        {
            return (outcome, ids);
        }

        // One of them went away between the look and the command. Another look finds it for one call, halving the list
        // would take up to twelve; when it finds nothing, SSM's own views differ, and time is the cure.
        var online = await OnlineAsync(ids, cancellationToken);
        IReadOnlyList<InstanceId> left = online is null ? ids : [.. ids.Where(online.Contains)];
        return left.Count == 0 || left.Count == ids.Count
            ? (outcome, ids)
            : (await SendOnceAsync(mounts, left, cancellationToken), left);
    }

    private Task<SendOutcome> SendOnceAsync(
        string mounts, IReadOnlyList<InstanceId> ids, CancellationToken cancellationToken)
        => commands.SendAsync(
            new NodeCommand(
                policy.MountDocument,
                new Dictionary<string, string> { [MountsParameter.Name] = mounts },
                policy.DeliveryTimeout)
            {
                Comment = $"Mount the jars on {ids.Count} nodes",
            },
            new CommandTarget.Listed(ids),
            cancellationToken);
}
