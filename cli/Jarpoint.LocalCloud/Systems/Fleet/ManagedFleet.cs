using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Jarpoint.LocalCloud.Systems.Fleet;

/// <summary>The managed instances of the account.</summary>
internal sealed class ManagedFleet
{
    private readonly ConcurrentDictionary<string, ManagedInstance> instances = new(StringComparer.Ordinal);

    /// <summary>All, in ordinal order of their ids.</summary>
    public IReadOnlyList<ManagedInstance> All
        => [.. instances.Values.OrderBy(static instance => instance.Id, StringComparer.Ordinal)];

    public bool TryFind(string id, [NotNullWhen(true)] out ManagedInstance? instance)
        => instances.TryGetValue(id, out instance);

    public bool Add(ManagedInstance instance) => instances.TryAdd(instance.Id, instance);

    public bool Remove(string id, [NotNullWhen(true)] out ManagedInstance? instance)
        => instances.TryRemove(id, out instance);
}
