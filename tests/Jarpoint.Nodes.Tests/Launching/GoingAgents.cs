using Jarpoint.Nodes.Commands;
using Jarpoint.Nodes.Identity;

namespace Jarpoint.Nodes.Tests.Launching;

/// <summary>SSM where an instance is terminated right after the first look.</summary>
internal sealed class GoingAgents(InMemoryCommandRunner inner, InstanceId going) : ICommandRunner
{
    public async Task<IReadOnlySet<InstanceId>> OnlineAsync(
        IReadOnlyCollection<InstanceId> ids, CancellationToken cancellationToken)
    {
        var online = await inner.OnlineAsync(ids, cancellationToken);
        inner.Agents.Remove(going);
        return online;
    }

    public Task<SendOutcome> SendAsync(NodeCommand command, CommandTarget target, CancellationToken cancellationToken)
        => inner.SendAsync(command, target, cancellationToken);

    public Task<IReadOnlySet<InstanceId>> LostAsync(string cluster, CancellationToken cancellationToken)
        => inner.LostAsync(cluster, cancellationToken);

    public Task<IReadOnlyList<CommandSummary>> RecentAsync(
        string document, DateTimeOffset since, CancellationToken cancellationToken)
        => inner.RecentAsync(document, since, cancellationToken);

    public Task<IReadOnlyList<CommandInvocation>> FailuresAsync(string commandId, CancellationToken cancellationToken)
        => inner.FailuresAsync(commandId, cancellationToken);

    public Task<CommandInvocation?> InvocationAsync(
        string commandId, InstanceId instance, CancellationToken cancellationToken)
        => inner.InvocationAsync(commandId, instance, cancellationToken);
}
