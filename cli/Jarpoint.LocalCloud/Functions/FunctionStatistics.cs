namespace Jarpoint.LocalCloud.Functions;

/// <summary>Counts of one function since the laptop cloud started.</summary>
public sealed record FunctionStatistics
{
    public required string Name { get; init; }

    public long Invocations { get; init; }

    /// <summary>Invocations that ended in an error, a time-out or the end of the process.</summary>
    public long Errors { get; init; }

    public long Timeouts { get; init; }

    /// <summary>Processes started.</summary>
    public long ColdStarts { get; init; }

    /// <summary>Processes killed by <see cref="Chaos.ChaosOptions.KilledFunctions"/>, or meant to be.</summary>
    public long Kills { get; init; }

    /// <summary>Invocations under way.</summary>
    public int Running { get; init; }

    /// <summary>Most invocations under way at once.</summary>
    public int Peak { get; init; }

    /// <summary>Processes, at work or warm.</summary>
    public int Processes { get; init; }
}
