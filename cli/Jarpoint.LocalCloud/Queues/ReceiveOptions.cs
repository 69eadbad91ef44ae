namespace Jarpoint.LocalCloud.Queues;

/// <summary>How to receive.</summary>
public sealed record ReceiveOptions
{
    /// <summary>The service's limit for one receive.</summary>
    public const int Limit = 10;

    /// <summary>At most this many messages, 1 to <see cref="Limit"/>.</summary>
    public int Maximum { get; init; } = 1;

    /// <summary>How long to wait for the first message; null is the queue's setting.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>Overrides <see cref="QueueSettings.VisibilityTimeout"/>.</summary>
    public TimeSpan? Visibility { get; init; }
}
