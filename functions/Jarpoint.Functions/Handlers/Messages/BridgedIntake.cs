using Jarpoint.Functions.Events.EventBridge;
using Jarpoint.Functions.Events.Sqs;
using Jarpoint.Functions.Metrics;
using Microsoft.Extensions.Logging;

namespace Jarpoint.Functions.Handlers.Messages;

/// <summary>
/// Takes the events a function is for out of a batch. What is none is logged, each for its own reason, and acknowledged.
/// </summary>
internal sealed partial class BridgedIntake(ILogger<BridgedIntake> logger)
{
    public IReadOnlyList<PendingEvent<T>> Read<T>(SqsEvent batch, MetricSet metrics)
        where T : BridgedEvent
    {
        var wanted = new List<PendingEvent<T>>();
        foreach (var message in batch.Records)
        {
            switch (BridgedEventParser.Parse(message.Body))
            {
                case T found:
                    wanted.Add(new PendingEvent<T>(message, found));
                    break;

                case BridgedEvent.Foreign(var reason):
                    Log.Foreign(logger, message.MessageId, reason);
                    break;

                case BridgedEvent.Malformed(var reason):
                    Log.Malformed(logger, message.MessageId, reason);
                    break;

                case var other:
                    Log.NotForThis(logger, message.MessageId, other.GetType().Name, typeof(T).Name);
                    break;
            }
        }

        metrics.Count(MetricNames.MessagesPoison, batch.Records.Count - wanted.Count);
        return wanted;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Message {MessageId}: {Reason}; acknowledged without effect")]
        public static partial void Foreign(ILogger logger, string messageId, string reason);

        [LoggerMessage(LogLevel.Error, "Message {MessageId} is malformed: {Reason}; acknowledged without effect")]
        public static partial void Malformed(ILogger logger, string messageId, string reason);

        [LoggerMessage(LogLevel.Error,
            "Message {MessageId} is an event of the kind {Found}, and this queue is for {Expected}; acknowledged without effect")]
        public static partial void NotForThis(ILogger logger, string messageId, string found, string expected);
    }
}
