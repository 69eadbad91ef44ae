using System.Globalization;
using Jarpoint.LocalCloud.Hosting;
using Jarpoint.LocalCloud.Queues;

namespace Jarpoint.LocalCloud.Schedules;

/// <summary>
/// A rule <c>rate(...)</c> whose target is a queue. The first event comes one period after the start.
/// </summary>
public sealed class RateSchedule : IDisposable
{
    private readonly string name;
    private readonly SqsQueue target;
    private readonly LocalAccount account;
    private readonly TimeProvider time;
    private readonly ITimer timer;

    public RateSchedule(string name, TimeSpan period, SqsQueue target, LocalAccount account, TimeProvider time)
    {
        (this.name, this.target, this.account, this.time) = (name, target, account, time);
        timer = time.CreateTimer(static schedule => ((RateSchedule)schedule!).Trigger(), this, period, period);
    }

    /// <summary>Sends the event now, beside the schedule.</summary>
    public void Trigger() => target.Send(new OutgoingMessage(new ScheduledEventBody
    {
        Id = Guid.NewGuid().ToString(),
        Account = account.Id,
        Region = account.Region,
        Time = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        Resources = [account.RuleArn(name)],
    }.ToJson()));

    public void Dispose() => timer.Dispose();
}
