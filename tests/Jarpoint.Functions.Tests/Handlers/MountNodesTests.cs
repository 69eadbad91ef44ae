using Jarpoint.Functions.Events.Sqs;
using Jarpoint.Functions.Handlers.Nodes;
using Jarpoint.Functions.Options;
using Jarpoint.Functions.Queues;
using Jarpoint.Functions.Runtime;
using Jarpoint.Nodes.Commands;

namespace Jarpoint.Functions.Tests.Handlers;

/// <summary>
/// Over <c>sqs/launches.json</c>: two instances run, the first one twice; a third shuts down; then a hostile id, a foreign
/// event and a cut one.
/// </summary>
public sealed class MountNodesTests : IAsyncLifetime
{
    private const string Queue = "arn:aws:sqs:eu-west-1:123456789012:node-launches";

    private readonly HandlerBench bench = HandlerBench.WithCluster();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public async Task Sends_one_command_to_every_instance_that_runs_and_acknowledges_the_rest()
    {
        Fleet.Launch(bench, Fleet.First, online: true);
        Fleet.Launch(bench, Fleet.Second, online: true);
        (await MountAsync()).BatchItemFailures.ShouldBeEmpty();

        var (command, target) = bench.Commands.Sent.ShouldHaveSingleItem();
        command.Document.ShouldBe("jarpoint-mount");
        command.Parameters["Mounts"].ShouldContain("bucket=spark-jars");
        target.ShouldBeOfType<CommandTarget.Listed>().Ids.ShouldBe([Fleet.First, Fleet.Second], ignoreOrder: true);
        bench.Metrics["MountCommandsSent"].ShouldBe("2");
        bench.Metrics["LaunchesPostponed"].ShouldBe("0");
        bench.Metrics["MessagesPoison"].ShouldBe("3");
        bench.Metrics["MessagesRetried"].ShouldBe("0");
    }

    [Fact]
    public async Task What_is_not_online_yet_comes_again_once_per_instance_after_its_delay()
    {
        Fleet.Launch(bench, Fleet.First, online: false);
        Fleet.Launch(bench, Fleet.Second, online: true);
        var batch = Fleet.Batch("sqs/launches.json");
        (await MountAsync()).BatchItemFailures.ShouldBe([batch.Failure(1)]);

        var delayed = bench.Delays.Delayed.ShouldHaveSingleItem();
        delayed.ShouldBe(new DelayedMessage(Queue, "AQEBEXAMPLE1", delayed.Delay));
        delayed.Delay.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
        bench.Metrics["MountCommandsSent"].ShouldBe("1");
        bench.Metrics["LaunchesPostponed"].ShouldBe("1");
        bench.Metrics["MessagesRetried"].ShouldBe("0");
    }

    [Fact]
    public async Task Throttling_postpones_and_is_no_failure()
    {
        Fleet.Launch(bench, Fleet.First, online: true);
        bench.Commands.OnSend = () => Task.FromResult<SendOutcome?>(new SendOutcome.Throttled());
        (await MountAsync()).BatchItemFailures.ShouldBe([Fleet.Batch("sqs/launches.json").Failure(1)]);
        bench.Delays.Delayed.ShouldHaveSingleItem();
        bench.Metrics["LaunchesPostponed"].ShouldBe("1");
        bench.Metrics["MessagesRetried"].ShouldBe("0");
    }

    [Fact]
    public async Task A_failure_of_EC2_gives_back_the_launches_and_nothing_else()
    {
        bench.Instances.OnFind = () => throw new IOException("EC2 answered 503");
        var batch = Fleet.Batch("sqs/launches.json");
        (await MountAsync()).BatchItemFailures.ShouldBe([batch.Failure(1), batch.Failure(2)]);
        bench.Delays.Delayed.ShouldBeEmpty();
        bench.Metrics["MessagesRetried"].ShouldBe("2");
        bench.Metrics["MessagesPoison"].ShouldBe("3");
        bench.Lines.ShouldContain(line => line["level"] == "ERROR" && line["exception"] != null);
    }

    [Fact]
    public async Task Out_of_time_the_launches_come_again()
    {
        bench.Instances.OnFind = () => bench.Clock.Advance(TimeSpan.FromSeconds(56));
        var now = bench.Clock.GetUtcNow();
        var response = await bench.InvokeAsync(
            nameof(MountNodes),
            Fleet.Batch("sqs/launches.json"),
            new InvocationDeadline(now.AddSeconds(60), now, bench.Clock));
        response.BatchItemFailures.Count.ShouldBe(2);
        bench.Lines.ShouldContain(line => line["message"]!.StartsWith("No time left", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_instance_of_nobody_we_know_is_acknowledged_without_a_call_to_SSM()
    {
        (await MountAsync()).BatchItemFailures.ShouldBeEmpty();
        bench.Commands.Calls.ShouldBe(0);
    }

    [Fact]
    public async Task A_dry_run_sends_nothing_and_acknowledges()
    {
        await using var dry = HandlerBench.WithCluster((OptionNames.DryRun, "true"));
        Fleet.Launch(dry, Fleet.First, online: true);
        var response = await dry.InvokeAsync(nameof(MountNodes), Fleet.Batch("sqs/launches.json"));
        response.BatchItemFailures.ShouldBeEmpty();
        dry.Commands.Sent.ShouldBeEmpty();
        dry.Metrics["MountCommandsSent"].ShouldBe("0");
    }

    private Task<SqsBatchResponse> MountAsync()
        => bench.InvokeAsync(nameof(MountNodes), Fleet.Batch("sqs/launches.json"));
}
