using Jarpoint.LocalCloud.Systems.Fleet;

namespace Jarpoint.LocalCloud.Systems.Commands;

/// <summary>
/// Sends commands to agents and hears their results. One lock guards all state of commands and agents; it is held for
/// bookkeeping only. Scripts run and events go out after it. A command costs one timer, whatever its targets.
/// </summary>
internal sealed class CommandDispatch(
    ManagedFleet fleet, CommandEvents events, Action<SsmEvent> publish, SystemsOptions options, TimeProvider time)
    : IDisposable
{
    private readonly Lock gate = new();
    private readonly CommandShelf shelf = new(options);
    private bool stopped;

    /// <summary>Reads under the lock.</summary>
    public T Read<T>(Func<CommandShelf, T> read)
    {
        lock (gate)
            return read(shelf);
    }

    /// <summary>Takes a command and answers what <paramref name="accepted"/> makes of it before it is sent on.</summary>
    public T Send<T>(CommandDraft draft, Func<IReadOnlyList<string>> instances, Func<Command, T> accepted)
    {
        var answer = default(T)!;
        Do(turn =>
        {
            var command = new Command(shelf.NextNumber(), draft, instances(), time.GetUtcNow());
            shelf.Add(command);
            answer = accepted(command);
            command.Deadline = time.CreateTimer(
                _ => Do(late => Expire(command, late)), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            if (command.IsOver)
                turn.Events.Add(events.Of(command));

            Pump(command, turn);
        });
        return answer;
    }

    /// <summary>Cancels on the instances, or on all when there are none.</summary>
    public void Cancel(string commandId, IReadOnlyCollection<string> instances)
        => Do(turn =>
        {
            var command = shelf.TryFind(commandId, out var found) ? found : throw SsmErrors.InvalidCommand(commandId);
            command.Cancelled |= instances.Count == 0;
            foreach (var invocation in command.Invocations.Where(
                invocation => instances.Count == 0 || instances.Contains(invocation.InstanceId)))
            {
                if (invocation.State.IsWaiting())
                {
                    End(invocation, InvocationState.Cancelled, turn);
                }
                else if (invocation is { State: InvocationState.InProgress, Cancellation: { } cancellation })
                {
                    invocation.State = InvocationState.Cancelling;
                    turn.Cancellations.Add(cancellation);
                }
            }

            Pump(command, turn);
        });

    /// <summary>Changes an instance under the lock, then sends it what waited for it.</summary>
    public void Change(ManagedInstance instance, Action<ManagedInstance> change)
        => Do(turn =>
        {
            change(instance);
            while (instance is { Online: true, Gone: false } && instance.Unreported.TryDequeue(out var report))
            {
                report(turn);
            }

            Drain(instance, turn);
        });

    public void Dispose()
    {
        lock (gate)
        {
            stopped = true;
        }

        foreach (var command in shelf.Unfinished())
        {
            command.Deadline?.Dispose();
            foreach (var invocation in command.Invocations)
            {
                invocation.Cancellation?.Cancel();
            }
        }
    }

    private void Do(Action<DispatchTurn> action)
    {
        var turn = new DispatchTurn();
        lock (gate)
        {
            action(turn);
        }

        turn.Events.ForEach(publish);
        turn.Cancellations.ForEach(static cancellation => cancellation.Cancel());
        foreach (var (invocation, instance, cancellation) in turn.Starts)
        {
            _ = RunAsync(invocation, instance, cancellation);
        }
    }

    private async Task RunAsync(Invocation invocation, ManagedInstance instance, CancellationToken cancellationToken)
    {
        // Off the caller's thread: a simulated machine may end at once, and its end starts the next.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        var steps = await new AgentRun(instance.Machine, time).RunAsync(invocation.Command.Draft.Steps, cancellationToken);
        Do(turn =>
        {
            instance.Running--;
            invocation.Cancellation = null;

            // A machine that went away reports nothing; the command expires.
            if (steps is null || instance.Gone || stopped)
                return;

            if (instance.Online)
                Report(invocation, steps, turn);
            else
                instance.Unreported.Enqueue(late => Report(invocation, steps, late));

            Drain(instance, turn);
        });
    }

    private void Report(Invocation invocation, IReadOnlyList<StepRun> steps, DispatchTurn turn)
    {
        if (invocation.State.IsOver())
            return;

        invocation.Steps = steps;
        var worst = steps.Select(static step => step.State)
            .FirstOrDefault(static state => state != InvocationState.Success, InvocationState.Success);
        End(invocation, worst, turn);
        Pump(invocation.Command, turn);
    }

    private void Pump(Command command, DispatchTurn turn)
    {
        if (command.Tally.Errors > command.MostErrors || command.Cancelled)
            EndUnsent(command, command.Cancelled ? InvocationState.Cancelled : InvocationState.Terminated, turn);

        while (command.InFlight < command.Concurrency && command.Next < command.Invocations.Count)
        {
            var invocation = command.Invocations[command.Next++];
            if (!invocation.State.IsOver())
                Transmit(invocation, turn);
        }

        Arm(command);
    }

    private void EndUnsent(Command command, InvocationState state, DispatchTurn turn)
    {
        while (command.Next < command.Invocations.Count)
        {
            var invocation = command.Invocations[command.Next++];
            if (!invocation.State.IsOver())
                End(invocation, state, turn);
        }
    }

    private void Transmit(Invocation invocation, DispatchTurn turn)
    {
        var command = invocation.Command;
        if (!fleet.TryFind(invocation.InstanceId, out var instance))
        {
            End(invocation, InvocationState.Undeliverable, turn);
            return;
        }

        command.InFlight++;
        invocation.SentAt = time.GetUtcNow();
        invocation.State = instance.Online ? InvocationState.Pending : InvocationState.Delayed;
        instance.Waiting.Enqueue(invocation);
        Drain(instance, turn);
        if (invocation.State.IsWaiting())
            command.Undelivered.Enqueue(invocation);
    }

    private void Drain(ManagedInstance instance, DispatchTurn turn)
    {
        while (instance is { Online: true, Gone: false }
            && instance.Running < options.AgentWorkers
            && instance.Waiting.TryDequeue(out var invocation))
        {
            if (!invocation.State.IsWaiting())
                continue;

            instance.Running++;
            invocation.State = InvocationState.InProgress;
            invocation.StartedAt = time.GetUtcNow();
            invocation.Cancellation = new CancellationTokenSource();
            turn.Starts.Add((invocation, instance, invocation.Cancellation.Token));
            turn.Events.Add(events.Of(invocation));
            if (!invocation.Command.Started)
            {
                invocation.Command.Started = true;
                turn.Events.Add(events.Of(invocation.Command));
            }
        }
    }

    private void End(Invocation invocation, InvocationState state, DispatchTurn turn)
    {
        var command = invocation.Command;
        if (invocation.SentAt is not null)
            command.InFlight--;

        invocation.State = state;
        command.Tally.Add(state);
        turn.Events.Add(events.Of(invocation));
        if (command.IsOver)
            turn.Events.Add(events.Of(command));
    }

    private void Expire(Command command, DispatchTurn turn)
    {
        foreach (var overdue in command.TakeOverdue(time.GetUtcNow()))
        {
            End(overdue, InvocationState.DeliveryTimedOut, turn);
        }

        Pump(command, turn);
    }

    private void Arm(Command command)
    {
        if (command.IsOver)
        {
            command.Deadline?.Dispose();
            return;
        }

        // A timer takes 49 days at most; an early one finds nothing to do and is set again.
        var wait = Math.Clamp(
            Math.Ceiling((command.NextDeadline() - time.GetUtcNow()).TotalMilliseconds), 0, 86_400_000);
        command.Deadline?.Change(TimeSpan.FromMilliseconds(wait), Timeout.InfiniteTimeSpan);
    }
}
