namespace Jarpoint.LocalCloud.Systems.Commands;

/// <summary>A command over all its nodes. Guarded by the lock of <see cref="CommandDispatch"/>.</summary>
internal sealed class Command
{
    public Command(long number, CommandDraft draft, IReadOnlyList<string> instances, DateTimeOffset now)
    {
        Number = number;
        Draft = draft;
        RequestedAt = now;
        Invocations = [.. instances.Select(id => new Invocation(this, id))];
        Concurrency = Math.Max(1, draft.MaxConcurrency.Of(instances.Count));
        MostErrors = draft.MaxErrors.Of(instances.Count);

        // The service's total time-out. It does not say how rate control enters; here each batch gets its own.
        var batches = Math.Max(1, (instances.Count + Concurrency - 1) / Concurrency);
        var each = draft.DeliveryTimeout
            + draft.Steps.Aggregate(TimeSpan.Zero, static (sum, step) => sum + step.Script.Timeout);
        ExpiresAfter = now + (batches * each);
    }

    public string Id { get; } = Guid.NewGuid().ToString();

    /// <summary>Grows from command to command: the order of listings.</summary>
    public long Number { get; }

    public CommandDraft Draft { get; }

    public DateTimeOffset RequestedAt { get; }

    public DateTimeOffset ExpiresAfter { get; }

    public IReadOnlyList<Invocation> Invocations { get; }

    public int Concurrency { get; }

    public int MostErrors { get; }

    /// <summary>Index of the next invocation to send.</summary>
    public int Next { get; set; }

    /// <summary>Sent and not over.</summary>
    public int InFlight { get; set; }

    /// <summary>Sent and possibly not started, in the order of sending, thus of delivery deadlines.</summary>
    public Queue<Invocation> Undelivered { get; } = [];

    /// <summary>Fires at the next deadline of a delivery or of the command.</summary>
    public ITimer? Deadline { get; set; }

    public bool Started { get; set; }

    /// <summary>CancelCommand named no instances.</summary>
    public bool Cancelled { get; set; }

    public CommandTally Tally { get; } = new();

    public bool IsOver => Tally.Completed == Invocations.Count;

    /// <summary>StatusDetails.</summary>
    public string Details => CommandVerdict.Details(this);

    public string Status => CommandVerdict.Status(Details);

    /// <summary>When the next delivery or the command itself is overdue.</summary>
    public DateTimeOffset NextDeadline()
    {
        ForgetStarted();
        return Undelivered.TryPeek(out var oldest) && Due(oldest) < ExpiresAfter ? Due(oldest) : ExpiresAfter;
    }

    /// <summary>Invocations that time out now: all that are left, once the command expires.</summary>
    public IReadOnlyList<Invocation> TakeOverdue(DateTimeOffset now)
    {
        if (now >= ExpiresAfter)
        {
            Undelivered.Clear();
            Next = Invocations.Count;
            return [.. Invocations.Where(static invocation => !invocation.State.IsOver())];
        }

        var overdue = new List<Invocation>();
        ForgetStarted();
        while (Undelivered.TryPeek(out var oldest) && Due(oldest) <= now)
        {
            overdue.Add(Undelivered.Dequeue());
            ForgetStarted();
        }

        return overdue;
    }

    private DateTimeOffset Due(Invocation sent) => sent.SentAt!.Value + Draft.DeliveryTimeout;

    private void ForgetStarted()
    {
        while (Undelivered.TryPeek(out var oldest) && !oldest.State.IsWaiting())
        {
            Undelivered.Dequeue();
        }
    }
}
