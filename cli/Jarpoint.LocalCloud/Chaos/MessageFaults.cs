namespace Jarpoint.LocalCloud.Chaos;

/// <summary>Duplicates and holds back notifications, as their at-least-once, unordered delivery allows.</summary>
internal sealed class MessageFaults(ChaosOptions options)
{
    private readonly SeededDice dice = new(options.Seed, "messages");

    /// <summary>The copies of one message to deliver, each by how long it is held back.</summary>
    public IReadOnlyList<TimeSpan> NextDeliveries()
        => dice.Hits(options.DuplicateMessages) ? [NextDelay(), NextDelay()] : [NextDelay()];

    private TimeSpan NextDelay()
        => dice.Hits(options.DelayMessages) ? dice.Span(options.LongestDelay) : TimeSpan.Zero;
}
