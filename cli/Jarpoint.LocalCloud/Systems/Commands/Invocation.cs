namespace Jarpoint.LocalCloud.Systems.Commands;

/// <summary>A command on one node. Guarded by the lock of <see cref="CommandDispatch"/>.</summary>
internal sealed class Invocation(Command command, string instanceId)
{
    public Command Command => command;

    public string InstanceId => instanceId;

    public InvocationState State { get; set; }

    /// <summary>When it was sent to the agent; null before.</summary>
    public DateTimeOffset? SentAt { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>Steps that are over.</summary>
    public IReadOnlyList<StepRun> Steps { get; set; } = [];

    /// <summary>
    /// Cancels the run; null unless it runs. Without timer or link it holds nothing to dispose of, so that a late cancel
    /// may meet a run that is over.
    /// </summary>
    public CancellationTokenSource? Cancellation { get; set; }
}
