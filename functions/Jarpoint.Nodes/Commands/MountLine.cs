namespace Jarpoint.Nodes.Commands;

/// <summary>What the node script says of one mount: one line of JSON.</summary>
public sealed record MountLine
{
    /// <summary>Mountpoint.</summary>
    public required string Mount { get; init; }

    /// <summary><c>healthy</c>, <c>dead</c>, <c>unknown</c> or <c>absent</c>, after the action.</summary>
    public string State { get; init; } = string.Empty;

    /// <summary><c>none</c>, <c>installed</c>, <c>mounted</c>, <c>remounted</c>, <c>refreshed</c>, <c>warmed</c>, <c>unmounted</c>.</summary>
    public string Action { get; init; } = string.Empty;

    /// <summary>Exit code of this mount; the script ends with the worst.</summary>
    public int Code { get; init; }

    /// <summary>How often it was brought back since the node started.</summary>
    public int Repairs { get; init; }

    /// <summary>A sentence.</summary>
    public string Detail { get; init; } = string.Empty;

    /// <summary>Healthy, and brought back since a verify last said so.</summary>
    public bool BroughtBack => Code == NodeScriptExit.Repaired;

    /// <summary>Something is wrong with it.</summary>
    public bool IsFault => Code is not (0 or NodeScriptExit.Repaired);
}
