using Jarpoint.Functions.Events;
using Jarpoint.Functions.Events.Sqs;
using Jarpoint.Functions.Handlers.Nodes;
using Jarpoint.Functions.Tests.Events;
using Jarpoint.Nodes.Cluster;
using Jarpoint.Nodes.Commands;

namespace Jarpoint.Functions.Tests.Handlers;

/// <summary>
/// Over <c>sqs/invocations.json</c>: success on the first instance, failure on the second, one under way on a third; then
/// a hostile command id, and a state SSM does not have today.
/// </summary>
public sealed class RecordMountsTests : IAsyncLifetime
{
    private readonly HandlerBench bench = HandlerBench.WithCluster();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public async Task Records_a_success_and_takes_our_taint_off_and_no_other()
    {
        Fleet.Register(bench, Fleet.Node(Fleet.First));
        Fleet.Register(bench, Fleet.Node(Fleet.Second));
        Answer();
        (await RecordAsync()).BatchItemFailures.ShouldBeEmpty();

        var ready = bench.Nodes.Nodes[$"node-{Fleet.First}"];
        ready.Condition!.Status.ShouldBe(ConditionStatus.True);
        ready.Taints.ShouldHaveSingleItem().Key.ShouldBe("other");
        var failed = bench.Nodes.Nodes[$"node-{Fleet.Second}"];
        failed.Condition!.Status.ShouldBe(ConditionStatus.False);
        failed.Taints.Count.ShouldBe(2);
        bench.Metrics["NodesUntainted"].ShouldBe("1");
        bench.Metrics["LaunchToReady"].ShouldBe("60000");
        bench.Metrics["MessagesPoison"].ShouldBe("1");
        bench.Metrics["MessagesRetried"].ShouldBe("0");
    }

    [Fact]
    public async Task A_node_that_is_not_registered_yet_comes_again_and_the_others_are_recorded()
    {
        Fleet.Register(bench, Fleet.Node(Fleet.First, registered: false));
        Fleet.Register(bench, Fleet.Node(Fleet.Second));
        Answer();
        (await RecordAsync()).BatchItemFailures.ShouldBe([Fleet.Batch("sqs/invocations.json").Failure(1)]);
        bench.Nodes.Nodes[$"node-{Fleet.First}"].Taints.Count.ShouldBe(2);
        bench.Nodes.Nodes[$"node-{Fleet.Second}"].Condition!.Status.ShouldBe(ConditionStatus.False);
        var delayed = bench.Delays.Delayed.ShouldHaveSingleItem();
        delayed.ReceiptHandle.ShouldBe("AQEBEXAMPLE1");
        delayed.Delay.ShouldBeGreaterThan(TimeSpan.Zero);
        bench.Metrics["NodesUntainted"].ShouldBe("0");
        bench.Metrics["MessagesRetried"].ShouldBe("0");
    }

    [Fact]
    public async Task A_failure_of_the_API_server_gives_back_what_is_over_and_nothing_else()
    {
        bench.Nodes.OnRequest = () => throw new IOException("no connection");
        var batch = Fleet.Batch("sqs/invocations.json");
        (await RecordAsync()).BatchItemFailures.ShouldBe([batch.Failure(1), batch.Failure(2)]);
        bench.Delays.Delayed.ShouldBeEmpty();
        bench.Metrics["MessagesRetried"].ShouldBe("2");
        bench.Metrics["MessagesPoison"].ShouldBe("1");
    }

    [Theory]
    [InlineData("ssm/in-progress.json")]
    [InlineData("ssm/unknown-status.json")]
    [InlineData("malformed/ssm-hostile-document.json")]
    public async Task What_is_not_over_or_not_to_be_believed_causes_no_call(string sample)
    {
        var response = await bench.InvokeAsync(nameof(RecordMounts), Batch(sample));
        response.BatchItemFailures.ShouldBeEmpty();
        bench.Nodes.Listings.ShouldBe(0);
        bench.Commands.Calls.ShouldBe(0);
    }

    [Theory]
    [InlineData("ssm/another-instance-in-resources.json")]
    [InlineData("ssm/document-by-arn.json")]
    [InlineData("ssm/success.json")]
    public async Task Any_way_of_SSM_to_tell_of_a_success_counts(string sample)
    {
        Fleet.Register(bench, Fleet.Node(Fleet.First));
        (await bench.InvokeAsync(nameof(RecordMounts), Batch(sample))).BatchItemFailures.ShouldBeEmpty();
        bench.Metrics["NodesUntainted"].ShouldBe("1");
    }

    private static Trigger.Batch Batch(string sample)
        => new(new SqsEvent { Records = [Notifications.Raw("m-1", EventFile.Text(sample))] });

    private Task<SqsBatchResponse> RecordAsync()
        => bench.InvokeAsync(nameof(RecordMounts), Fleet.Batch("sqs/invocations.json"));

    private void Answer() => bench.Commands.Invocations.Add(new CommandInvocation(
        "0a24ea21-5f6b-4c3d-9e8f-7a6b5c4d3e2f",
        Fleet.Second,
        "jarpoint-mount",
        Notifications.At,
        InvocationStatus.Failed,
        9,
        """{"mount":"/mnt/jarpoint/s3","bucket":"spark-jars","prefix":"","state":"absent","action":"none","code":9,"repairs":0,"milliseconds":5,"detail":"access denied"}"""));
}
