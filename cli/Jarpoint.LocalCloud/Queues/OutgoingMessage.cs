namespace Jarpoint.LocalCloud.Queues;

/// <summary>A message to send.</summary>
/// <param name="Body">The text.</param>
public sealed record OutgoingMessage(string Body)
{
    /// <summary>Overrides <see cref="QueueSettings.Delay"/>.</summary>
    public TimeSpan? Delay { get; init; }

    public IReadOnlyDictionary<string, MessageAttribute> Attributes { get; init; } =
        new Dictionary<string, MessageAttribute>();
}
