using Jarpoint.Nodes.Identity;

namespace Jarpoint.Nodes.Commands;

/// <summary>SSM Run Command, as far as it is needed. Everything is eventually consistent.</summary>
/// <remarks>
/// A call other than <see cref="SendAsync"/> that SSM throttles beyond the client's retries ends in a
/// <see cref="Throttling.ThrottledException"/>; other faults are the adapter's own exceptions.
/// </remarks>
public interface ICommandRunner
{
    /// <summary>Those of <paramref name="ids"/> whose agent is registered and Online, in as few calls as possible.</summary>
    Task<IReadOnlySet<InstanceId>> OnlineAsync(
        IReadOnlyCollection<InstanceId> ids, CancellationToken cancellationToken);

    /// <summary>Instances of the cluster's pools whose agent SSM knows but has lost the connection to.</summary>
    Task<IReadOnlySet<InstanceId>> LostAsync(string cluster, CancellationToken cancellationToken);

    /// <summary>Sends once. SendCommand has no idempotency token: a command may run twice, and must bear that.</summary>
    Task<SendOutcome> SendAsync(NodeCommand command, CommandTarget target, CancellationToken cancellationToken);

    /// <summary>Commands of a document requested after <paramref name="since"/>, newest first; one call, at most 50.</summary>
    Task<IReadOnlyList<CommandSummary>> RecentAsync(
        string document, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Where a command ended without success, with output. Costs calls by failures, not by nodes.</summary>
    Task<IReadOnlyList<CommandInvocation>> FailuresAsync(string commandId, CancellationToken cancellationToken);

    /// <summary>A command on one node with its output; null while SSM does not know it (yet).</summary>
    Task<CommandInvocation?> InvocationAsync(
        string commandId, InstanceId instance, CancellationToken cancellationToken);
}
