namespace Jarpoint.LocalCloud.Machines.Simulated;

/// <summary>How long things take on a machine that is none. The defaults are of the order seen on real ones.</summary>
public sealed record SimulatedMachineOptions
{
    /// <summary>A first mount, with installation.</summary>
    public TimeSpan MountTime { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Every other run of the node script.</summary>
    public TimeSpan CareTime { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>From the end of a daemon, or an unmount by hand, until the machine's supervision has mounted again.</summary>
    public TimeSpan RepairTime { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>From the hang of a daemon until the machine's supervision has mounted again.</summary>
    public TimeSpan HangTime { get; init; } = TimeSpan.FromSeconds(10);
}
