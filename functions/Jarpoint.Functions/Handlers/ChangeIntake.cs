using Jarpoint.Functions.Events.S3;
using Jarpoint.Functions.Events.Sqs;
using Jarpoint.Functions.Metrics;
using Jarpoint.Functions.Options;
using Microsoft.Extensions.Logging;

namespace Jarpoint.Functions.Handlers;

/// <summary>Takes the changes out of a batch. What is no change is logged, each for its own reason, and acknowledged.</summary>
internal sealed partial class ChangeIntake(CatalogOptions options, ILogger<ChangeIntake> logger)
{
    public IReadOnlyList<PendingChange> Read(SqsEvent batch, MetricSet metrics)
    {
        var changes = new List<PendingChange>();
        var poison = 0;
        var ignored = 0;
        foreach (var message in batch.Records)
        {
            foreach (var outcome in S3NotificationParser.Parse(message.Body))
            {
                switch (outcome)
                {
                    case S3EventOutcome.Changed(var bucket, var change) when bucket != options.Bucket:
                        Log.WrongBucket(logger, message.MessageId, bucket, change.Key, options.Bucket);
                        poison++;
                        break;

                    case S3EventOutcome.Changed(_, var change)
                        when !change.Key.StartsWith(options.JarsPrefix, StringComparison.Ordinal):
                        Log.OutsidePrefix(logger, message.MessageId, change.Key, options.JarsPrefix);
                        ignored++;
                        break;

                    case S3EventOutcome.Changed(_, var change):
                        changes.Add(new PendingChange(message.MessageId, change));
                        break;

                    case S3EventOutcome.Test(var bucket):
                        Log.TestEvent(logger, message.MessageId, bucket);
                        break;

                    case S3EventOutcome.Foreign(var reason):
                        Log.Foreign(logger, message.MessageId, reason);
                        poison++;
                        break;

                    case S3EventOutcome.Malformed(var reason):
                        Log.Malformed(logger, message.MessageId, reason);
                        poison++;
                        break;
                }
            }
        }

        metrics.Count(MetricNames.MessagesPoison, poison);
        metrics.Count(MetricNames.ChangesIgnored, ignored);
        return changes;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Message {MessageId}: S3 tries out a notification of {Bucket}")]
        public static partial void TestEvent(ILogger logger, string messageId, string? bucket);

        [LoggerMessage(LogLevel.Error,
            "Message {MessageId}: {Key} of bucket {Bucket} is not of {Expected}; acknowledged without effect")]
        public static partial void WrongBucket(
            ILogger logger, string messageId, string bucket, string key, string expected);

        [LoggerMessage(LogLevel.Information, "Message {MessageId}: {Key} is not below {JarsPrefix}")]
        public static partial void OutsidePrefix(ILogger logger, string messageId, string key, string jarsPrefix);

        [LoggerMessage(LogLevel.Warning, "Message {MessageId}: {Reason}; acknowledged without effect")]
        public static partial void Foreign(ILogger logger, string messageId, string reason);

        [LoggerMessage(LogLevel.Error, "Message {MessageId} is malformed: {Reason}; acknowledged without effect")]
        public static partial void Malformed(ILogger logger, string messageId, string reason);
    }
}
