using System.Xml.Linq;

namespace Jarpoint.LocalCloud.Notifications;

/// <summary>
/// Rules as S3 shows them to a person who asks.
/// https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketNotificationConfiguration.html
/// </summary>
internal static class NotificationXml
{
    private static readonly XNamespace S3 = "http://s3.amazonaws.com/doc/2006-03-01/";

    public static string Write(IEnumerable<NotificationRule> rules)
        => new XElement(S3 + "NotificationConfiguration", rules.Select(Rule)).ToString(SaveOptions.DisableFormatting);

    private static XElement Rule(NotificationRule rule)
        => new(
            S3 + "QueueConfiguration",
            new XElement(S3 + "Id", rule.Id),
            new XElement(S3 + "Queue", rule.Queue.Arn),
            rule.Events.Select(static type => new XElement(S3 + "Event", "s3:" + type)),
            new XElement(
                S3 + "Filter",
                new XElement(S3 + "S3Key", Filter("prefix", rule.Prefix), Filter("suffix", rule.Suffix))));

    private static XElement? Filter(string name, string value)
        => value.Length == 0
            ? null
            : new XElement(S3 + "FilterRule", new XElement(S3 + "Name", name), new XElement(S3 + "Value", value));
}
