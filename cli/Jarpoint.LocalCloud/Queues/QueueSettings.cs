namespace Jarpoint.LocalCloud.Queues;

/// <summary>
/// Attributes a queue is created with, at the service's defaults.
/// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html
/// </summary>
public sealed record QueueSettings
{
    /// <summary>How long a new message stays out of sight.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.Zero;

    /// <summary>How long a received message stays out of sight.</summary>
    public TimeSpan VisibilityTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a receive waits for a message when the caller does not say.</summary>
    public TimeSpan ReceiveWait { get; init; } = TimeSpan.Zero;

    /// <summary>Age at which a message is dropped, counted from when it was first sent.</summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromDays(4);

    /// <summary>Largest body in UTF-8 bytes.</summary>
    public int MaximumMessageBytes { get; init; } = 1 << 20;

    public RedrivePolicy? Redrive { get; init; }
}
