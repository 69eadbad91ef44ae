using Jarpoint.Nodes.Identity;

namespace Jarpoint.Nodes.Simulation;

/// <summary>What is true of a simulated node, whoever knows it.</summary>
internal sealed class SimulatedNode(int number)
{
    public InstanceId Id { get; } = InstanceId.Parse($"i-{number:x17}");

    public string Name { get; } = $"node-{number:D5}";

    public DateTimeOffset LaunchedAt { get; set; }

    public bool Mounted { get; set; }

    public bool Terminated { get; set; }

    /// <summary>When the taint went off.</summary>
    public DateTimeOffset? ReadyAt { get; set; }

    /// <summary>Launch events and results of commands that reached a function.</summary>
    public int LaunchEvents { get; set; }
}
