using Jarpoint.Nodes.Throttling;

namespace Jarpoint.Nodes.Simulation;

/// <summary>What happens in a simulation. Rates are between 0 and 1.</summary>
internal sealed record SimulationOptions
{
    public required int Nodes { get; init; }

    public int Seed { get; init; } = 1;

    /// <summary>All launches fall into this time.</summary>
    public TimeSpan LaunchSpread { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Of EC2 and SSM events, each.</summary>
    public double Lost { get; init; }

    public double Duplicated { get; init; }

    /// <summary>Events are late by up to this, and so overtake each other.</summary>
    public TimeSpan Jitter { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Of writes to Kubernetes and of commands: the function dies there.</summary>
    public double Crashes { get; init; }

    /// <summary>Of nodes: the agent never comes.</summary>
    public double DeadAgents { get; init; }

    /// <summary>Of mount commands: they fail once.</summary>
    public double Failing { get; init; }

    /// <summary>Of nodes: terminated while they start.</summary>
    public double Terminated { get; init; }

    public TimeSpan SweepEvery { get; init; } = TimeSpan.FromMinutes(2);

    public Func<TimeProvider, TokenBucket>? SendThrottle { get; init; }

    public Func<TimeProvider, TokenBucket>? ReadThrottle { get; init; }

    public Func<TimeProvider, TokenBucket>? EC2Throttle { get; init; }
}
