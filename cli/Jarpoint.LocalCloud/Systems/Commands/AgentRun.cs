using System.Diagnostics.CodeAnalysis;
using Jarpoint.LocalCloud.Machines;

namespace Jarpoint.LocalCloud.Systems.Commands;

/// <summary>Runs the steps of a command on one machine, as the agent does.</summary>
internal sealed class AgentRun(INodeMachine machine, TimeProvider time)
{
    // A machine's clock and ours may differ by this much when a script is killed for its time-out.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(1);

    /// <summary>The steps that ran; null when the machine went away under the agent.</summary>
    public async Task<IReadOnlyList<StepRun>?> RunAsync(
        IReadOnlyList<PreparedStep> steps, CancellationToken cancellationToken)
    {
        var runs = new List<StepRun>(steps.Count);
        foreach (var step in steps)
        {
            var run = await RunAsync(step, cancellationToken);
            if (run is null)
                return null;

            runs.Add(run);
            if (run.State == InvocationState.Cancelled
                || (run.State != InvocationState.Success && step.ExitOnFailure))
            {
                break;
            }
        }

        return runs;
    }

    // An agent is a process of its own: what goes wrong in it is a result of the command, not a fault of the service.
    [SuppressMessage("Design", "CA1031", Justification = "The edge of the agent's process.")]
    private async Task<StepRun?> RunAsync(PreparedStep step, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var at = time.GetUtcNow();
        ScriptRun run;
        var state = InvocationState.Failed;
        try
        {
            run = await machine.RunAsync(step.Script, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            run = new ScriptRun(null, "", "");
        }
        catch (ObjectDisposedException)
        {
            return null;
        }
        catch (Exception error)
        {
            run = new ScriptRun(1, "", $"failed to run commands: {error.Message}");
        }

        if (run.ExitCode is 0)
        {
            state = InvocationState.Success;
        }
        else if (run.ExitCode is null)
        {
            if (cancellationToken.IsCancellationRequested)
                state = InvocationState.Cancelled;
            else if (time.GetElapsedTime(began) >= step.Script.Timeout - Slack)
                state = InvocationState.ExecutionTimedOut;
            else
                return null;
        }

        return new StepRun(
            step.Name,
            state,
            run.ExitCode ?? -1,
            OutputLimits.Cut(run.Output, OutputLimits.Standard),
            OutputLimits.Cut(run.Error, OutputLimits.Error),
            OutputLimits.Combine(run.Output, run.Error))
        {
            StartedAt = at,
            EndedAt = time.GetUtcNow(),
        };
    }
}
