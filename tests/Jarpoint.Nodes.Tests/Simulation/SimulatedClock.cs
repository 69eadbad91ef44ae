namespace Jarpoint.Nodes.Simulation;

/// <summary>A clock that stands until the simulation moves it.</summary>
internal sealed class SimulatedClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public void MoveTo(DateTimeOffset time) => now = time > now ? time : now;
}
