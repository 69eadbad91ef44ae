using Jarpoint.Functions.Events;
using Jarpoint.Functions.Events.Sqs;
using Jarpoint.Functions.Handlers.Nodes;
using Jarpoint.Functions.Tests.Events;
using Jarpoint.Nodes.Cluster;

namespace Jarpoint.Functions.Tests.Handlers;

public sealed class SweepNodesTests : IAsyncLifetime
{
    private readonly HandlerBench bench = HandlerBench.WithCluster();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public async Task Several_schedules_in_one_batch_are_one_sweep_and_a_stranger_among_them_is_poison()
    {
        Fleet.Register(bench, Fleet.Node(Fleet.First));
        Fleet.Register(bench, Ready());
        (await SweepAsync("sqs/sweeps.json")).BatchItemFailures.ShouldBeEmpty();
        bench.Nodes.Listings.ShouldBe(1);
        bench.Metrics["NodesReady"].ShouldBe("1");
        bench.Metrics["NodesStarting"].ShouldBe("1");
        bench.Metrics["MessagesPoison"].ShouldBe("1");
        foreach (var zero in new[] { "NodesUnhealthy", "NodesUnknown", "NodesOverdue", "NodesReplaced", "GuardTripped" })
        {
            bench.Metrics[zero].ShouldBe("0", zero);
        }
    }

    [Theory]
    [InlineData("eventbridge/schedule.json")]
    [InlineData("eventbridge/scheduled-rule.json")]
    public async Task A_schedule_that_comes_without_a_queue_sweeps_too(string sample)
    {
        (await SweepAsync(sample)).BatchItemFailures.ShouldBeEmpty();
        bench.Nodes.Listings.ShouldBe(1);
    }

    [Fact]
    public async Task A_batch_without_a_schedule_sweeps_nothing()
    {
        var response = await bench.InvokeAsync(
            nameof(SweepNodes),
            new Trigger.Batch(new SqsEvent { Records = [Notifications.Raw("m-1", EventFile.Text("ec2/running.json"))] }));
        response.BatchItemFailures.ShouldBeEmpty();
        bench.Nodes.Listings.ShouldBe(0);
        bench.Metrics["MessagesPoison"].ShouldBe("1");
    }

    [Fact]
    public async Task A_failure_fails_the_invocation_so_that_the_trigger_comes_again()
    {
        bench.Nodes.OnRequest = () => throw new IOException("no connection");
        await Should.ThrowAsync<IOException>(SweepAsync("sqs/sweeps.json"));
    }

    [Fact]
    public async Task A_fleet_that_is_mostly_unwell_is_left_alone_and_says_so()
    {
        Fleet.Register(bench, Unwell(Fleet.First));
        Fleet.Register(bench, Unwell(Fleet.Second));
        await SweepAsync("eventbridge/schedule.json");
        bench.Metrics["GuardTripped"].ShouldBe("1");
        bench.Metrics["NodesUnhealthy"].ShouldBe("2");
        bench.Metrics["MountCommandsSent"].ShouldBe("0");
        bench.Lines.ShouldContain(line => line["level"] == "ERROR" && line["bad"] == "2");
    }

    private static ClusterNode Ready() => Fleet.Node(Fleet.Second) with
    {
        Taints = [],
        Initialized = true,
        Condition = new MountCondition(
            ConditionStatus.True, "Mounted", "every mount answers", Notifications.At, Notifications.At),
    };

    private static ClusterNode Unwell(Jarpoint.Nodes.Identity.InstanceId id) => Fleet.Node(id) with
    {
        Taints = [],
        Initialized = true,
        Condition = new MountCondition(
            ConditionStatus.False, "MountDead", "the mount is dead", Notifications.At, Notifications.At),
    };

    private Task<SqsBatchResponse> SweepAsync(string sample)
        => bench.InvokeAsync(nameof(SweepNodes), TriggerParser.Parse(EventFile.Bytes(sample)));
}
