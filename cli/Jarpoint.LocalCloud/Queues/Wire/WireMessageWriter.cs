using System.Globalization;

namespace Jarpoint.LocalCloud.Queues.Wire;

/// <summary>A received message with the attributes that the receiver asked for.</summary>
internal static class WireMessageWriter
{
    public static WireMessage Write(QueueMessage message, SqsRequest request)
    {
        string[] wanted = [.. request.MessageSystemAttributeNames ?? [], .. request.AttributeNames ?? []];
        var system = Chosen(SystemAttributes(message), name => wanted.Contains("All") || wanted.Contains(name));
        var own = Chosen(message.Attributes, name => Matches(name, request.MessageAttributeNames ?? []));
        return new WireMessage
        {
            MessageId = message.Id,
            ReceiptHandle = message.ReceiptHandle,
            Md5OfBody = MessageDigest.OfBody(message.Body),
            Body = message.Body,
            Attributes = system,
            Md5OfMessageAttributes = own is null ? null : MessageDigest.OfAttributes(own),
            MessageAttributes = own,
        };
    }

    /// <summary>The attributes that the service itself gives a message.</summary>
    public static IReadOnlyDictionary<string, string> SystemAttributes(QueueMessage message)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ApproximateReceiveCount"] = message.ReceiveCount.ToString(CultureInfo.InvariantCulture),
            ["SentTimestamp"] = Milliseconds(message.SentAt),
            ["SenderId"] = "AIDALOCALCLOUD",
        };
        if (message.FirstReceivedAt is { } first)
        {
            attributes["ApproximateFirstReceiveTimestamp"] = Milliseconds(first);
        }

        if (message.DeadLetterSourceArn is { } source)
        {
            attributes["DeadLetterQueueSourceArn"] = source;
        }

        return attributes;
    }

    private static string Milliseconds(DateTimeOffset time)
        => time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    // "All" and ".*" ask for every attribute, "name.*" for those that start with "name.".
    private static bool Matches(string name, IReadOnlyList<string> patterns)
        => patterns.Any(pattern => pattern == "All" || pattern == name
            || (pattern.EndsWith(".*", StringComparison.Ordinal)
                && name.StartsWith(pattern[..^2], StringComparison.Ordinal)));

    private static Dictionary<string, T>? Chosen<T>(IReadOnlyDictionary<string, T> all, Func<string, bool> wanted)
    {
        var chosen = all.Where(pair => wanted(pair.Key)).ToDictionary(StringComparer.Ordinal);
        return chosen.Count == 0 ? null : chosen;
    }
}
