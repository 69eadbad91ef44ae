using Jarpoint.Nodes.Commands;
using Microsoft.Extensions.Logging;

namespace Jarpoint.Nodes.Refreshing;

/// <summary>Makes new and replaced jars visible on every node, without a remount.</summary>
public sealed partial class FleetRefresher(ICommandRunner commands, NodePolicy policy, ILogger<FleetRefresher> logger)
{
    /// <summary>
    /// One command for the whole fleet, whatever the number of keys and nodes. Only where the directories right below the
    /// roots of the mounts do not fit into one parameter, there are more.
    /// </summary>
    /// <param name="bucket">Of the keys.</param>
    /// <param name="changedKeys">Keys as S3 has them, not encoded.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<RefreshOutcome> RefreshAsync(
        string bucket, IReadOnlyCollection<string> changedKeys, CancellationToken cancellationToken)
    {
        var lists = ChangedDirectories.Of(bucket, changedKeys, policy.Plan);
        if (lists.Count == 0)
        {
            Log.NotShown(logger, changedKeys.Count, bucket);
            return new RefreshOutcome.NothingMounted();
        }

        var sent = new List<string>();
        foreach (var list in policy.DryRun ? [] : lists)
        {
            switch (await commands.SendAsync(
                CareCommand.ToRefresh(policy, list), new CommandTarget.Fleet(policy.Cluster), cancellationToken))
            {
                case SendOutcome.Sent(var id):
                    sent.Add(id);
                    break;
                case SendOutcome.Throttled:
                    // Listing a directory twice harms nobody: the whole comes again.
                    return new RefreshOutcome.Throttled();
                default:
                    return new RefreshOutcome.NothingMounted();
            }
        }

        string[] directories = [.. lists.SelectMany(static list => list.Split(' '))];
        Log.Refreshed(logger, changedKeys.Count, bucket, directories.Length, sent.Count);
        return new RefreshOutcome.Sent(sent, directories);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "{Count} changed keys of bucket {Bucket} are shown by no planned mount below its root.")]
        public static partial void NotShown(ILogger logger, int count, string bucket);

        [LoggerMessage(
            LogLevel.Information,
            "{Keys} changed keys of bucket {Bucket}: {Directories} directories to list, in {Commands} commands.")]
        public static partial void Refreshed(ILogger logger, int keys, string bucket, int directories, int commands);
    }
}
