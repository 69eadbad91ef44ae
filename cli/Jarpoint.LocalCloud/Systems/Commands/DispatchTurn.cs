using Jarpoint.LocalCloud.Systems.Fleet;

namespace Jarpoint.LocalCloud.Systems.Commands;

/// <summary>What one turn under the lock decided, to be done after it.</summary>
internal sealed class DispatchTurn
{
    public List<(Invocation Invocation, ManagedInstance Instance, CancellationToken Cancellation)> Starts { get; } = [];

    public List<CancellationTokenSource> Cancellations { get; } = [];

    public List<SsmEvent> Events { get; } = [];
}
