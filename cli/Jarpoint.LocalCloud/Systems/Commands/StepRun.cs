namespace Jarpoint.LocalCloud.Systems.Commands;

/// <summary>What came of a step on one node. Output is cut off already.</summary>
/// <param name="Name">Step.</param>
/// <param name="State">Success, Failed, ExecutionTimedOut or Cancelled.</param>
/// <param name="Code">Exit code; -1 when it has none.</param>
/// <param name="Output">See <see cref="OutputLimits.Standard"/>.</param>
/// <param name="Error">See <see cref="OutputLimits.Error"/>.</param>
/// <param name="Combined">Both in one text. See <see cref="OutputLimits.Listed"/>.</param>
internal sealed record StepRun(
    string Name, InvocationState State, int Code, string Output, string Error, string Combined)
{
    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset EndedAt { get; init; }
}
