using Jarpoint.Nodes.Cluster;
using Jarpoint.Nodes.Commands;
using Jarpoint.Nodes.Identity;

namespace Jarpoint.Nodes.Recording;

/// <summary>The latest verify commands of the fleet, read once for a batch and only when a report asks for them.</summary>
/// <remarks>An event names the document but not its parameters: which command was a verify, SSM has to be asked.</remarks>
internal sealed class VerifyLog(ICommandRunner commands, NodePolicy policy, DateTimeOffset since) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1);
    private Dictionary<string, DateTimeOffset>? verifies;

    public async Task<bool> ContainsAsync(string commandId, CancellationToken cancellationToken)
        => (await ReadAsync(cancellationToken)).ContainsKey(commandId);

    /// <summary>A verify that was requested later found this node healthy.</summary>
    public async Task<bool> FoundHealthyAsync(
        InstanceId instance, DateTimeOffset after, CancellationToken cancellationToken)
    {
        foreach (var later in (await ReadAsync(cancellationToken)).Where(verify => verify.Value > after))
        {
            if (await commands.InvocationAsync(later.Key, instance, cancellationToken)
                is { Status: InvocationStatus.Success } or { ExitCode: NodeScriptExit.Repaired })
            {
                return true;
            }
        }

        return false;
    }

    public void Dispose() => gate.Dispose();

    private async Task<Dictionary<string, DateTimeOffset>> ReadAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            return verifies ??= (await commands.RecentAsync(policy.CareDocument, since, cancellationToken))
                .Where(CareCommand.IsVerify)
                .ToDictionary(
                    static command => command.Id, static command => MountCondition.Second(command.RequestedAt));
        }
        finally
        {
            gate.Release();
        }
    }
}
