using System.Text.Json;
using Jarpoint.LocalCloud.Hosting;
using Jarpoint.LocalCloud.Schedules;
using Jarpoint.LocalCloud.Tests.Queues;

namespace Jarpoint.LocalCloud.Tests.Schedules;

public sealed class RateScheduleTests : IDisposable
{
    private readonly QueueFixture fixture = new();

    [Fact]
    public void One_event_comes_per_period_and_none_before_the_first()
    {
        using var schedule = Every(TimeSpan.FromMinutes(1));

        fixture.Advance(59);
        fixture.Queue.Sent.ShouldBe(0);
        fixture.Advance(1);
        fixture.Queue.Sent.ShouldBe(1);
        fixture.Advance(180);
        fixture.Queue.Sent.ShouldBe(4);
    }

    [Fact]
    public void A_manual_trigger_sends_the_event_of_the_rule_at_once()
    {
        using var schedule = Every(TimeSpan.FromMinutes(1));

        schedule.Trigger();

        var body = fixture.Queue.Peek().ShouldHaveSingleItem().Body;
        using var json = JsonDocument.Parse(body);
        var id = json.RootElement.GetProperty("id").GetString();
        body.ShouldBe(
            $$"""{"version":"0","id":"{{id}}","detail-type":"Scheduled Event","source":"aws.events","account":"000000000000","time":"2026-03-01T12:00:00Z","region":"us-east-1","resources":["arn:aws:events:us-east-1:000000000000:rule/publish"],"detail":""" + "{}}");
    }

    [Fact]
    public void A_disposed_schedule_sends_nothing_more()
    {
        Every(TimeSpan.FromMinutes(1)).Dispose();

        fixture.Advance(600);

        fixture.Queue.Sent.ShouldBe(0);
    }

    public void Dispose() => fixture.Dispose();

    private RateSchedule Every(TimeSpan period)
        => new("publish", period, fixture.Queue, new LocalAccount(), fixture.Time);
}
