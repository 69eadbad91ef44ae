using Jarpoint.Nodes.Identity;
using Jarpoint.Nodes.Instances;

namespace Jarpoint.Conformance;

/// <summary>An instance directory and the hands to launch instances that it tells of.</summary>
public abstract class InstancesUnderTest : IAsyncDisposable
{
    public abstract IInstanceDirectory Directory { get; }

    /// <summary>Launches an instance that runs, with these tags.</summary>
    public abstract Task<InstanceId> LaunchAsync(
        IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken);

    public abstract Task TerminateAsync(InstanceId id, CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();
}
