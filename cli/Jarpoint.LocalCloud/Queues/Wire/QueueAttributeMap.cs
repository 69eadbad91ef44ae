using System.Globalization;

namespace Jarpoint.LocalCloud.Queues.Wire;

/// <summary>
/// A queue's settings and counts as the wire's named strings.
/// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html
/// </summary>
internal static class QueueAttributeMap
{
    public static QueueSettings Apply(QueueSettings settings, IReadOnlyDictionary<string, string> attributes)
    {
        foreach (var (name, value) in attributes)
        {
            settings = name switch
            {
                "DelaySeconds" => settings with { Delay = Seconds(name, value, 0, 900) },
                "VisibilityTimeout" => settings with { VisibilityTimeout = Seconds(name, value, 0, 43_200) },
                "ReceiveMessageWaitTimeSeconds" => settings with { ReceiveWait = Seconds(name, value, 0, 20) },
                "MessageRetentionPeriod" => settings with { Retention = Seconds(name, value, 60, 1_209_600) },
                "MaximumMessageSize" => settings with { MaximumMessageBytes = Number(name, value, 1024, 1 << 20) },
                "RedrivePolicy" => settings with { Redrive = RedrivePolicyDocument.Read(value) },
                "FifoQueue" or "ContentBasedDeduplication" => throw SqsErrors.NotEmulated("FIFO queues"),
                "Policy" or "RedriveAllowPolicy" or "KmsMasterKeyId" or "SqsManagedSseEnabled"
                    => throw SqsErrors.NotEmulated($"the attribute {name}"),
                _ => throw SqsErrors.InvalidAttributeName(name),
            };
        }

        return settings;
    }

    public static IReadOnlyDictionary<string, string> Read(SqsQueue queue, IReadOnlyList<string>? names)
    {
        var all = All(queue);
        if (names is null || names.Count == 0)
        {
            return new Dictionary<string, string>();
        }

        return names.Contains("All") ? all : Chosen(all, names);
    }

    private static Dictionary<string, string> Chosen(Dictionary<string, string> all, IReadOnlyList<string> names)
    {
        var chosen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (all.TryGetValue(name, out var value))
            {
                chosen[name] = value;
            }
            else if (name != "RedrivePolicy")
            {
                throw SqsErrors.InvalidAttributeName(name);
            }
        }

        return chosen;
    }

    private static Dictionary<string, string> All(SqsQueue queue)
    {
        var (counts, settings) = (queue.Counts, queue.Settings);
        var created = Text(queue.CreatedAt.ToUnixTimeSeconds());
        var all = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["QueueArn"] = queue.Arn,
            ["CreatedTimestamp"] = created,
            ["LastModifiedTimestamp"] = created,
            ["ApproximateNumberOfMessages"] = Text(counts.Visible),
            ["ApproximateNumberOfMessagesNotVisible"] = Text(counts.InFlight),
            ["ApproximateNumberOfMessagesDelayed"] = Text(counts.Delayed),
            ["DelaySeconds"] = Text((long)settings.Delay.TotalSeconds),
            ["VisibilityTimeout"] = Text((long)settings.VisibilityTimeout.TotalSeconds),
            ["ReceiveMessageWaitTimeSeconds"] = Text((long)settings.ReceiveWait.TotalSeconds),
            ["MessageRetentionPeriod"] = Text((long)settings.Retention.TotalSeconds),
            ["MaximumMessageSize"] = Text(settings.MaximumMessageBytes),
        };
        if (settings.Redrive is { } redrive)
        {
            all["RedrivePolicy"] = RedrivePolicyDocument.Write(redrive);
        }

        return all;
    }

    private static TimeSpan Seconds(string name, string value, int least, int most)
        => TimeSpan.FromSeconds(Number(name, value, least, most));

    private static int Number(string name, string value, int least, int most)
        => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most
                ? number
                : throw SqsErrors.InvalidAttributeValue(name, value);

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
