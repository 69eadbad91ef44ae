using System.Collections.Concurrent;
using System.Globalization;
using Amazon.Runtime;
using Amazon.SQS;
using Amazon.SQS.Model;
using Microsoft.Extensions.Logging;

namespace Jarpoint.Functions.Queues;

/// <summary>Delays messages by their visibility time-out, ten a call.</summary>
public sealed partial class SqsMessageDelay(IAmazonSQS client, ILogger<SqsMessageDelay> logger) : IMessageDelay
{
    private const int MostEntries = 10;
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private readonly ConcurrentDictionary<string, string> addresses = new();

    public async Task DelayAsync(IReadOnlyList<DelayedMessage> messages, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messages);
        foreach (var queue in messages.GroupBy(message => message.QueueArn))
        {
            foreach (var some in queue.Chunk(MostEntries))
            {
                await DelayAsync(queue.Key, some, cancellationToken);
            }
        }
    }

    private static int Seconds(TimeSpan delay)
        => (int)Math.Ceiling(Math.Clamp(delay.TotalSeconds, 0, Longest.TotalSeconds));

    private async Task DelayAsync(string queueArn, DelayedMessage[] messages, CancellationToken cancellationToken)
    {
        if (!QueueArn.TryParse(queueArn, out var queue))
        {
            Log.NoQueue(logger, queueArn, messages.Length);
            return;
        }

        try
        {
            var answer = await client.ChangeMessageVisibilityBatchAsync(
                new ChangeMessageVisibilityBatchRequest
                {
                    QueueUrl = await AddressAsync(queueArn, queue, cancellationToken),
                    Entries =
                    [
                        .. messages.Select((message, index) => new ChangeMessageVisibilityBatchRequestEntry
                        {
                            Id = index.ToString(CultureInfo.InvariantCulture),
                            ReceiptHandle = message.ReceiptHandle,
                            VisibilityTimeout = Seconds(message.Delay),
                        }),
                    ],
                },
                cancellationToken);
            foreach (var failed in answer.Failed ?? [])
            {
                Log.MessageNotDelayed(logger, queueArn, failed.Code);
            }
        }
        catch (AmazonServiceException fault)
        {
            Log.BatchNotDelayed(logger, queueArn, messages.Length, fault.ErrorCode, fault);
        }
        // No answer at all: the SDK passes on what its transport throws.
        catch (Exception fault) when (fault is AmazonClientException or HttpRequestException or IOException)
        {
            Log.BatchNotDelayed(logger, queueArn, messages.Length, fault.GetType().Name, fault);
        }
        // Out of time: the messages come back by themselves, and what was done so far is still to be reported.
        catch (OperationCanceledException)
        {
            Log.OutOfTime(logger, queueArn, messages.Length);
        }
    }

    private async Task<string> AddressAsync(string queueArn, QueueArn queue, CancellationToken cancellationToken)
    {
        if (!addresses.TryGetValue(queueArn, out var address))
        {
            var answer = await client.GetQueueUrlAsync(
                new GetQueueUrlRequest { QueueName = queue.Name, QueueOwnerAWSAccountId = queue.Account },
                cancellationToken);
            address = addresses.GetOrAdd(queueArn, answer.QueueUrl);
        }

        return address;
    }

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Warning, "{Queue} is no ARN of a queue: {Count} messages come back by its own time-out")]
        public static partial void NoQueue(ILogger logger, string queue, int count);

        [LoggerMessage(LogLevel.Warning, "A message of {Queue} comes back by the queue's own time-out: {Code}")]
        public static partial void MessageNotDelayed(ILogger logger, string queue, string? code);

        [LoggerMessage(LogLevel.Warning, "{Count} messages of {Queue} come back by the queue's own time-out: {Code}")]
        public static partial void BatchNotDelayed(
            ILogger logger, string queue, int count, string? code, Exception fault);

        [LoggerMessage(
            LogLevel.Warning, "{Count} messages of {Queue} come back by its own time-out: no time was left")]
        public static partial void OutOfTime(ILogger logger, string queue, int count);
    }
}
