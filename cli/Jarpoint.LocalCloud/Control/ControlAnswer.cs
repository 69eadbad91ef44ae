using Jarpoint.LocalCloud.Fleet;

namespace Jarpoint.LocalCloud.Control;

/// <summary>What every call of the control API answers.</summary>
public sealed record ControlAnswer
{
    /// <summary>The nodes the call was about; all of them for a list or a sweep.</summary>
    public IReadOnlyList<FleetNode> Nodes { get; init; } = [];

    /// <summary>Why the machines are simulated; null when they are real.</summary>
    public string? Simulated { get; init; }

    /// <summary>What was wrong with the call; null when it was done.</summary>
    public string? Error { get; init; }
}
