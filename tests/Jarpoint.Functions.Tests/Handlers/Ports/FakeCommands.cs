using System.Globalization;
using Jarpoint.Nodes.Commands;
using Jarpoint.Nodes.Identity;

namespace Jarpoint.Functions.Tests.Handlers.Ports;

/// <summary>Remembers what was sent, and answers what it was told to.</summary>
internal sealed class FakeCommands : ICommandRunner
{
    public HashSet<InstanceId> Online { get; } = [];

    public List<(NodeCommand Command, CommandTarget Target)> Sent { get; } = [];

    public List<CommandInvocation> Invocations { get; } = [];

    /// <summary>Calls of any kind.</summary>
    public int Calls { get; private set; }

    /// <summary>Called before each sending: may throw, take its time, or answer instead.</summary>
    public Func<Task<SendOutcome?>>? OnSend { get; set; }

    public Task<IReadOnlySet<InstanceId>> OnlineAsync(
        IReadOnlyCollection<InstanceId> ids, CancellationToken cancellationToken)
        => Answer<IReadOnlySet<InstanceId>>(ids.Where(Online.Contains).ToHashSet());

    public Task<IReadOnlySet<InstanceId>> LostAsync(string cluster, CancellationToken cancellationToken)
        => Answer<IReadOnlySet<InstanceId>>(new HashSet<InstanceId>());

    public async Task<SendOutcome> SendAsync(
        NodeCommand command, CommandTarget target, CancellationToken cancellationToken)
    {
        Calls++;
        if (OnSend is { } hook && await hook() is { } instead)
        {
            return instead;
        }

        Sent.Add((command, target));
        return new SendOutcome.Sent($"c-{Sent.Count.ToString(CultureInfo.InvariantCulture)}");
    }

    public Task<IReadOnlyList<CommandSummary>> RecentAsync(
        string document, DateTimeOffset since, CancellationToken cancellationToken)
        => Answer<IReadOnlyList<CommandSummary>>([]);

    public Task<IReadOnlyList<CommandInvocation>> FailuresAsync(string commandId, CancellationToken cancellationToken)
        => Answer<IReadOnlyList<CommandInvocation>>([]);

    public Task<CommandInvocation?> InvocationAsync(
        string commandId, InstanceId instance, CancellationToken cancellationToken)
        => Answer(Invocations.Find(one => one.CommandId == commandId && one.Instance == instance));

    private Task<T> Answer<T>(T answer)
    {
        Calls++;
        return Task.FromResult(answer);
    }
}
