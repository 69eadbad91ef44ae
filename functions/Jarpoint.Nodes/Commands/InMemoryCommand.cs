using Jarpoint.Nodes.Identity;

namespace Jarpoint.Nodes.Commands;

/// <summary>A command sent in memory, with what became of it on each node.</summary>
internal sealed class InMemoryCommand(string id, NodeCommand command, DateTimeOffset requestedAt)
{
    /// <summary>Characters of standard output that GetCommandInvocation gives.</summary>
    private const int MostOutput = 24_000;

    private readonly Dictionary<InstanceId, CommandInvocation> invocations = [];

    public string Id => id;

    public NodeCommand Command => command;

    public DateTimeOffset RequestedAt => requestedAt;

    public IEnumerable<CommandInvocation> Failures => invocations.Values.Where(
        static invocation => invocation.Status is not (InvocationStatus.Underway or InvocationStatus.Success));

    public CommandInvocation? Find(InstanceId instance) => invocations.GetValueOrDefault(instance);

    public void Begin(InstanceId instance) => invocations[instance] = new CommandInvocation(
        id, instance, command.Document, requestedAt, InvocationStatus.Underway, ExitCode: null, string.Empty);

    public CommandInvocation End(InstanceId instance, InvocationStatus status, int? exitCode, string output)
        => invocations[instance] = invocations[instance] with
        {
            Status = status,
            ExitCode = exitCode,
            Output = output.Length <= MostOutput ? output : output[..MostOutput],
        };

    public CommandSummary Summarize()
    {
        int Count(Func<InvocationStatus, bool> which) => invocations.Values.Count(invocation => which(invocation.Status));

        return new CommandSummary(
            id,
            requestedAt,
            command.Parameters,
            invocations.Count,
            Count(static status => status is not InvocationStatus.Underway),
            Count(static status => status is not (InvocationStatus.Underway or InvocationStatus.Success)),
            Count(static status => status is InvocationStatus.DeliveryTimedOut));
    }
}
