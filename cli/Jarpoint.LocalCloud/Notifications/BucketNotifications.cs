using Jarpoint.LocalCloud.Chaos;
using Jarpoint.LocalCloud.Hosting;
using Jarpoint.LocalCloud.Queues;
using Jarpoint.LocalCloud.S3;

namespace Jarpoint.LocalCloud.Notifications;

/// <summary>The notification configuration of one bucket. Safe for concurrent use.</summary>
public sealed class BucketNotifications
{
    private readonly string bucket;
    private readonly LocalAccount account;
    private readonly TimeProvider time;
    private readonly MessageFaults faults;
    private IReadOnlyList<NotificationRule> rules = [];

    public BucketNotifications(string bucket, LocalAccount account, ChaosOptions chaos, TimeProvider time)
        => (this.bucket, this.account, this.time, faults) = (bucket, account, time, new MessageFaults(chaos));

    /// <summary>Replaces the rules and sends every queue the test message that S3 sends.</summary>
    /// <exception cref="ArgumentException">Two rules could both match one change; S3 refuses that.</exception>
    public void Configure(IReadOnlyList<NotificationRule> replacement)
    {
        RuleOverlap.Refuse(replacement);
        Volatile.Write(ref rules, replacement);
        foreach (var queue in replacement.Select(static rule => rule.Queue).Distinct())
        {
            queue.Send(new OutgoingMessage(NotificationBody.Test(bucket, time.GetUtcNow())));
        }
    }

    /// <summary>
    /// Puts the change into the queue of every rule it matches, before it returns: a held-back message already
    /// counts as delayed there.
    /// </summary>
    public void Publish(S3ObjectEvent change)
    {
        if (change.Bucket != bucket)
        {
            return;
        }

        foreach (var rule in Volatile.Read(ref rules).Where(rule => rule.Matches(change)))
        {
            var body = NotificationBody.Of(change, rule.Id, account.Region);
            foreach (var delay in faults.NextDeliveries())
            {
                rule.Queue.Send(new OutgoingMessage(body) { Delay = delay });
            }
        }
    }
}
