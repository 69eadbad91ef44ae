using Jarpoint.Nodes.Commands;
using Jarpoint.Nodes.Identity;

namespace Jarpoint.Conformance;

/// <summary>A command runner and the hands to arrange agents and how the script ends on them.</summary>
public abstract class CommandsUnderTest : IAsyncDisposable
{
    public abstract ICommandRunner Runner { get; }

    /// <summary>
    /// A document that takes the parameters <c>Action</c> (verify, refresh, warm, status) and <c>Directories</c>.
    /// </summary>
    public abstract string Document { get; }

    /// <summary>
    /// Launches an instance of a Karpenter pool of this cluster; its agent is registered when this returns, or never
    /// is.
    /// </summary>
    public abstract Task<InstanceId> LaunchAsync(string cluster, bool agent, CancellationToken cancellationToken);

    /// <summary>SSM loses the connection to the agent.</summary>
    public abstract Task LoseAgentAsync(InstanceId id, CancellationToken cancellationToken);

    /// <summary>How every script ends on this instance from now on; without it, with 0 and no output.</summary>
    public abstract void Answer(InstanceId id, int exitCode, string output);

    public abstract ValueTask DisposeAsync();
}
