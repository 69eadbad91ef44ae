namespace Jarpoint.Nodes.Simulation;

/// <summary>What happens when, in simulated time.</summary>
internal sealed class Agenda(SimulatedClock clock)
{
    private readonly PriorityQueue<Func<Task>, (DateTimeOffset At, int Order)> entries = new();
    private int order;

    public DateTimeOffset Now => clock.GetUtcNow();

    public void In(TimeSpan delay, Action what) => In(delay, () =>
    {
        what();
        return Task.CompletedTask;
    });

    public void In(TimeSpan delay, Func<Task> what) => entries.Enqueue(what, (Now + delay, order++));

    /// <summary>Now and then every <paramref name="period"/>.</summary>
    public void Every(TimeSpan period, Func<Task> what) => In(TimeSpan.Zero, async () =>
    {
        In(period, () => Every(period, what));
        await what();
    });

    public async Task RunUntilAsync(DateTimeOffset end, Func<bool> isOver)
    {
        while (entries.TryPeek(out var what, out var due) && due.At <= end && !isOver())
        {
            entries.Dequeue();
            clock.MoveTo(due.At);
            await what();
        }
    }
}
