using Jarpoint.LocalCloud.Machines;
using Jarpoint.LocalCloud.Systems.Commands;

namespace Jarpoint.LocalCloud.Systems.Fleet;

/// <summary>An agent that registered itself. Guarded by the lock of <see cref="CommandDispatch"/>.</summary>
internal sealed class ManagedInstance(
    string id, IReadOnlyDictionary<string, string> tags, INodeMachine machine, DateTimeOffset registeredAt)
{
    public string Id => id;

    public IReadOnlyDictionary<string, string> Tags { get; set; } = tags;

    public INodeMachine Machine => machine;

    public DateTimeOffset RegisteredAt => registeredAt;

    public bool Online { get; set; } = true;

    /// <summary>When the connection was lost; of no meaning while <see cref="Online"/>.</summary>
    public DateTimeOffset LostAt { get; set; }

    /// <summary>Deregistered: what it still runs is heard of no more.</summary>
    public bool Gone { get; set; }

    /// <summary>Commands it runs now.</summary>
    public int Running { get; set; }

    /// <summary>Sent and not started: it is offline, or all its workers are busy.</summary>
    public Queue<Invocation> Waiting { get; } = [];

    /// <summary>Results it could not report while offline.</summary>
    public Queue<Action<DispatchTurn>> Unreported { get; } = [];
}
