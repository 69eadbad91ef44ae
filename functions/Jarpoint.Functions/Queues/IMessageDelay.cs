namespace Jarpoint.Functions.Queues;

/// <summary>Says when a message that is given back comes again.</summary>
public interface IMessageDelay
{
    /// <summary>
    /// Best effort: a message that could not be delayed comes back when the queue's own visibility time-out ends, so no
    /// failure is thrown.
    /// </summary>
    Task DelayAsync(IReadOnlyList<DelayedMessage> messages, CancellationToken cancellationToken);
}
