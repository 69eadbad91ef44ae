using Jarpoint.LocalCloud.Queues;
using Jarpoint.LocalCloud.S3;

namespace Jarpoint.LocalCloud.Notifications;

/// <summary>
/// Which changes of a bucket go to which queue.
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-filtering.html
/// </summary>
/// <param name="Id">The configuration's id, which every message names.</param>
/// <param name="Queue">Where messages go.</param>
/// <param name="Events">Event types without <c>s3:</c>, such as <c>ObjectCreated:*</c>.</param>
/// <param name="Prefix">Start of the decoded key.</param>
/// <param name="Suffix">End of the decoded key.</param>
public sealed record NotificationRule(
    string Id, SqsQueue Queue, IReadOnlyList<string> Events, string Prefix = "", string Suffix = "")
{
    public bool Matches(S3ObjectEvent change)
        => change.Key.StartsWith(Prefix, StringComparison.Ordinal)
            && change.Key.EndsWith(Suffix, StringComparison.Ordinal)
            && Events.Any(type => Covers(type, change.EventName));

    private static bool Covers(string type, string name)
        => type.EndsWith(":*", StringComparison.Ordinal)
            ? name.StartsWith(type[..^1], StringComparison.Ordinal)
            : type == name;
}
