namespace Jarpoint.Functions.Queues;

/// <summary>Says when messages that were not dealt with come back.</summary>
public interface IMessageDelay
{
    /// <summary>
    /// Best effort: what cannot be delayed comes back after the queue's own visibility time-out, is logged and never
    /// thrown. The messages must still be reported as failed, or Lambda deletes them.
    /// </summary>
    Task DelayAsync(IReadOnlyList<DelayedMessage> messages, CancellationToken cancellationToken);
}
