using System.Text.Json;
using System.Text.Json.Nodes;
using Jarpoint.LocalCloud.Chaos;
using Jarpoint.LocalCloud.Compute;
using Jarpoint.LocalCloud.Events;
using Jarpoint.LocalCloud.Hosting;
using Jarpoint.LocalCloud.Queues;
using Microsoft.Extensions.Time.Testing;

namespace Jarpoint.LocalCloud.Tests.Events;

public sealed class EventBusTests : IDisposable
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly QueueService queues;

    public EventBusTests() => queues = new QueueService(new LocalAccount(), time);

    // The service keeps it, and disposes of it.
    private SqsQueue Queue => queues.Create("launches", new QueueSettings());

    [Fact]
    public void Every_state_of_an_instance_is_an_event_and_a_rule_takes_its_own()
    {
        var bus = new EventBus(new LocalAccount(), new ChaosOptions(), time);
        bus.AddRule("launches", """{"source":["aws.ec2"],"detail":{"state":["running"]}}""", Queue);
        using var store = new InstanceStore(new LocalAccount(), new InstanceStoreOptions(), time);
        using var events = new InstanceStateEvents(store, bus);
        var id = store.Launch(new InstanceLaunch()).ShouldHaveSingleItem().Id;
        time.Advance(TimeSpan.FromSeconds(1));
        store.Terminate(id);
        time.Advance(TimeSpan.FromSeconds(1));

        bus.Published.ShouldBe(4);
        using var body = JsonDocument.Parse(Queue.Peek().ShouldHaveSingleItem().Body);
        body.RootElement.GetProperty("detail-type").GetString().ShouldBe("EC2 Instance State-change Notification");
        body.RootElement.GetProperty("detail").GetRawText()
            .ShouldBe($$"""{"instance-id":"{{id}}","state":"running"}""");
        body.RootElement.GetProperty("resources")[0].GetString()
            .ShouldBe($"arn:aws:ec2:us-east-1:000000000000:instance/{id}");
        body.RootElement.GetProperty("time").GetString().ShouldBe("2026-03-01T12:00:01Z");
    }

    [Fact]
    public void Best_effort_sources_lose_events_by_the_seed_and_durable_ones_do_not()
    {
        var first = Deliver("aws.ec2", seed: 1);
        first.ShouldBeInRange(20, 180);
        Deliver("aws.ec2", seed: 1).ShouldBe(first);
        Deliver("aws.ssm", seed: 1).ShouldBe(first);
        Deliver("aws.s3", seed: 1).ShouldBe(200);
    }

    [Fact]
    public void Deliveries_are_doubled_and_late_as_chaos_says()
    {
        var bus = new EventBus(
            new LocalAccount(), new ChaosOptions { DuplicateMessages = 1, DelayMessages = 1 }, time);
        bus.AddRule("all", """{"source":[{"prefix":""}]}""", Queue);
        bus.Publish(Sample("aws.ec2"));

        Queue.Counts.Total.ShouldBe(2);
        Queue.Counts.Visible.ShouldBe(0);
        Queue.Peek().Select(static each => each.Body).Distinct().ShouldHaveSingleItem();
    }

    public void Dispose() => queues.Dispose();

    private static CloudEvent Sample(string source)
        => new() { Source = source, DetailType = "Sample", Detail = new JsonObject { ["a"] = 1 } };

    private int Deliver(string source, int seed)
    {
        var target = queues.Create(Guid.NewGuid().ToString("N"), new QueueSettings());
        var bus = new EventBus(new LocalAccount(), new ChaosOptions { Seed = seed, DroppedEvents = 0.5 }, time);
        bus.AddRule("all", """{"source":[{"prefix":"aws."}]}""", target);
        for (var i = 0; i < 200; i++)
        {
            bus.Publish(Sample(source));
        }

        ((int)bus.Lost + target.Counts.Total).ShouldBe(200);
        return target.Counts.Total;
    }
}
