using Jarpoint.Nodes.Identity;
using Jarpoint.Nodes.Instances;

namespace Jarpoint.Functions.Tests.Handlers.Ports;

/// <summary>The instances that are there, or a fault.</summary>
internal sealed class FakeInstances : IInstanceDirectory
{
    public List<PoolInstance> Running { get; } = [];

    /// <summary>Called before each answer; may throw.</summary>
    public Action? OnFind { get; set; }

    public Task<IReadOnlyList<PoolInstance>> FindAsync(
        IReadOnlyCollection<InstanceId> ids, string cluster, CancellationToken cancellationToken)
    {
        OnFind?.Invoke();
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<PoolInstance>>(
            cluster == "example" ? Running.FindAll(instance => ids.Contains(instance.Id)) : []);
    }
}
