using Jarpoint.LocalCloud.Chaos;

namespace Jarpoint.LocalCloud.Systems;

/// <summary>Limits of the laptop cloud's Systems Manager, and its faults.</summary>
public sealed record SystemsOptions
{
    /// <summary>Commands an agent runs at once: its setting <c>Mds.CommandWorkersLimit</c>, 5 by default.</summary>
    public int AgentWorkers { get; init; } = 5;

    /// <summary>Finished commands beyond this many are forgotten, the oldest first. SSM keeps them for 30 days.</summary>
    public int RetainedCommands { get; init; } = 1_000;

    /// <summary>As <see cref="RetainedCommands"/>, counting a command once for each node it went to.</summary>
    public int RetainedInvocations { get; init; } = 100_000;

    /// <summary>How long a command stays invisible to the reading actions, which are eventually consistent.</summary>
    public TimeSpan VisibleAfter { get; init; } = TimeSpan.Zero;

    /// <summary><see cref="ChaosOptions.Throttled"/> is the rate of throttled requests.</summary>
    public ChaosOptions Chaos { get; init; } = new();

    /// <summary>Whether a request of this action is throttled, such as by a token bucket. Asked once a request.</summary>
    public Func<string, bool> Throttled { get; init; } = static _ => false;
}
