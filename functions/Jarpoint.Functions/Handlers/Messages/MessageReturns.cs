using Jarpoint.Functions.Events.Sqs;
using Jarpoint.Functions.Queues;

namespace Jarpoint.Functions.Handlers.Messages;

/// <summary>Gives messages back to their queue, each to come again in its own time.</summary>
internal sealed class MessageReturns(IMessageDelay delay)
{
    /// <param name="returned">Each message once.</param>
    /// <param name="cancellationToken">Ends the delaying; the messages are given back all the same.</param>
    public async Task<SqsBatchResponse> GiveBackAsync(
        IReadOnlyList<ReturnedMessage> returned, CancellationToken cancellationToken)
    {
        var delayed = returned.Select(Delayed).OfType<DelayedMessage>().ToList();
        if (delayed.Count > 0)
        {
            await delay.DelayAsync(delayed, cancellationToken);
        }

        return new SqsBatchResponse([.. returned.Select(one => new SqsBatchItemFailure(one.Message.MessageId))]);
    }

    private static DelayedMessage? Delayed(ReturnedMessage returned)
        => returned is { Delay: { } after, Message: { EventSourceARN: { } queue, ReceiptHandle: { } handle } }
            ? new DelayedMessage(queue, handle, after)
            : null;
}
