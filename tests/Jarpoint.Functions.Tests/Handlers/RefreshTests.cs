using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Log;
using Jarpoint.Catalog.Storage;
using Jarpoint.Functions.Events;
using Jarpoint.Functions.Events.Sqs;
using Jarpoint.Functions.Handlers;
using Jarpoint.Functions.Options;
using Jarpoint.Functions.Tests.Events;
using Jarpoint.Nodes.Commands;

namespace Jarpoint.Functions.Tests.Handlers;

/// <summary>What a publication does to the nodes: quiet time five seconds, a minute at most.</summary>
public sealed class RefreshTests : IAsyncLifetime
{
    private const string Mark = "catalog/v1/refreshed.json";
    private const string Queue = "arn:aws:sqs:eu-west-1:123456789012:publications";

    private readonly HandlerBench bench = HandlerBench.WithCluster();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public async Task A_burst_of_commits_is_one_command_to_the_fleet_with_each_directory_once()
    {
        foreach (var key in new[] { "jars/a/1.jar", "jars/a/2.jar", "jars/b/1.jar" })
        {
            await CommitAsync(key);
            (await PublishAsync()).BatchItemFailures.ShouldBe([new SqsBatchItemFailure("m-1")]);
            bench.Clock.Advance(TimeSpan.FromSeconds(2));
        }

        bench.Commands.Calls.ShouldBe(0);
        bench.Clock.Advance(TimeSpan.FromSeconds(3));
        (await PublishAsync()).BatchItemFailures.ShouldBeEmpty();
        var (command, target) = bench.Commands.Sent.ShouldHaveSingleItem();
        target.ShouldBe(new CommandTarget.Fleet("example"));
        command.Document.ShouldBe("jarpoint-care");
        command.Parameters["Action"].ShouldBe("refresh");
        command.Parameters["Directories"].ShouldBe("s3://spark-jars/jars/a/ s3://spark-jars/jars/b/");
        bench.LastMetrics["RefreshesSent"].ShouldBe("1");
        bench.LastMetrics["RefreshDirectories"].ShouldBe("2");

        (await PublishAsync()).BatchItemFailures.ShouldBeEmpty();
        bench.Commands.Calls.ShouldBe(1);
        bench.LastMetrics["RefreshesSent"].ShouldBe("0");
    }

    [Fact]
    public async Task While_commits_arrive_the_message_received_least_often_comes_again_when_it_may_be_quiet()
    {
        await CommitAsync("jars/a/1.jar");
        bench.Clock.Advance(TimeSpan.FromMilliseconds(1500));
        var response = await PublishAsync(
            Message("m-1", received: 4), Message("m-2", received: 1), Message("m-3", received: 2));
        response.BatchItemFailures.ShouldBe([new SqsBatchItemFailure("m-2")]);
        var delayed = bench.Delays.Delayed.ShouldHaveSingleItem();
        delayed.ReceiptHandle.ShouldBe("handle of m-2");
        delayed.QueueArn.ShouldBe(Queue);
        delayed.Delay.ShouldBe(TimeSpan.FromSeconds(4));
    }

    [Fact]
    public async Task A_burst_that_does_not_end_is_refreshed_for_after_a_minute()
    {
        for (var second = 0; second < 60; second += 3)
        {
            bench.Commands.Sent.ShouldBeEmpty();
            await CommitAsync($"jars/a/{second}.jar");
            (await PublishAsync()).BatchItemFailures.ShouldHaveSingleItem();
            bench.Clock.Advance(TimeSpan.FromSeconds(3));
        }

        await CommitAsync("jars/b/1.jar");
        (await PublishAsync()).BatchItemFailures.ShouldBeEmpty();
        bench.Commands.Sent.ShouldHaveSingleItem()
            .Command.Parameters["Directories"].ShouldBe("s3://spark-jars/jars/a/ s3://spark-jars/jars/b/");
    }

    [Fact]
    public async Task A_schedule_has_no_message_to_give_back_and_refreshes_when_it_is_quiet()
    {
        await CommitAsync("jars/a/1.jar");
        var schedule = TriggerParser.Parse(EventFile.Bytes("eventbridge/schedule.json"));
        (await bench.InvokeAsync(nameof(PublishCatalog), schedule)).BatchItemFailures.ShouldBeEmpty();
        bench.Commands.Sent.ShouldBeEmpty();
        bench.Clock.Advance(TimeSpan.FromSeconds(5));
        await bench.InvokeAsync(nameof(PublishCatalog), schedule);
        bench.Commands.Sent.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_crash_between_refresh_and_mark_costs_a_second_refresh_and_loses_none()
    {
        await QuietAsync("jars/a/1.jar");
        bench.Store.OnRequest = request =>
            request is { Verb: StoreVerb.Put, Key: Mark } && bench.Commands.Sent.Count > 0
                ? throw new IOException("killed")
                : ValueTask.FromResult(StoreFault.None);
        await Should.ThrowAsync<IOException>(PublishAsync());
        bench.Store.OnRequest = null;

        (await PublishAsync()).BatchItemFailures.ShouldHaveSingleItem("whoever claimed may still be at it");
        bench.Clock.Advance(TimeSpan.FromSeconds(30));
        (await PublishAsync()).BatchItemFailures.ShouldBeEmpty();
        bench.Commands.Sent.Count.ShouldBe(2);
        bench.Commands.Sent[1].Command.Parameters["Directories"].ShouldBe("s3://spark-jars/jars/a/");
        await PublishAsync();
        bench.Commands.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_refresh_that_failed_is_sent_when_the_messages_come_again()
    {
        await QuietAsync("jars/a/1.jar");
        bench.Commands.OnSend = () => throw new IOException("no connection");
        await Should.ThrowAsync<IOException>(PublishAsync());
        bench.LastMetrics["PublishedRevision"].ShouldBe("1");
        bench.Commands.OnSend = null;
        bench.Clock.Advance(TimeSpan.FromMinutes(6));
        (await PublishAsync()).BatchItemFailures.ShouldBeEmpty();
        bench.Commands.Sent.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_dry_run_writes_nothing_and_the_nodes_are_told_when_it_ends()
    {
        await using var dry = HandlerBench.WithCluster((OptionNames.DryRun, "true"));
        await dry.Get<CatalogWriter>(nameof(CatalogJars))
            .AppendAsync([Fact("jars/a/1.jar")], TestContext.Current.CancellationToken);
        dry.Clock.Advance(TimeSpan.FromSeconds(5));
        var batch = new Trigger.Batch(new SqsEvent { Records = [Message("m-1")] });

        (await dry.InvokeAsync(nameof(PublishCatalog), batch)).BatchItemFailures.ShouldBeEmpty();

        dry.Commands.Calls.ShouldBe(0);
        (await dry.Store.GetAsync(new ObjectReference(Mark), TestContext.Current.CancellationToken))
            .ShouldBeOfType<GetOutcome.Missing>();
    }

    [Fact]
    public async Task Throttled_it_is_sent_later_with_what_was_committed_meanwhile()
    {
        await QuietAsync("jars/a/1.jar");
        bench.Commands.OnSend = () => Task.FromResult<SendOutcome?>(new SendOutcome.Throttled());
        (await PublishAsync()).BatchItemFailures.ShouldHaveSingleItem();
        bench.Delays.Delayed.ShouldHaveSingleItem().Delay.ShouldBe(TimeSpan.FromSeconds(30));
        bench.LastMetrics["RefreshesSent"].ShouldBe("0");
        bench.Commands.OnSend = null;
        await CommitAsync("jars/b/1.jar");
        bench.Clock.Advance(TimeSpan.FromSeconds(30));
        (await PublishAsync()).BatchItemFailures.ShouldBeEmpty();
        bench.Commands.Sent.ShouldHaveSingleItem()
            .Command.Parameters["Directories"].ShouldBe("s3://spark-jars/jars/a/ s3://spark-jars/jars/b/");
    }

    [Fact]
    public async Task Two_publications_at_once_send_one_refresh()
    {
        await QuietAsync("jars/a/1.jar");
        SqsBatchResponse? other = null;
        bench.Commands.OnSend = async () =>
        {
            bench.Commands.OnSend = null;
            other = await PublishAsync(Message("m-2"));
            return null;
        };
        (await PublishAsync()).BatchItemFailures.ShouldBeEmpty();
        other.ShouldNotBeNull().BatchItemFailures.ShouldBe([new SqsBatchItemFailure("m-2")]);
        bench.Commands.Sent.ShouldHaveSingleItem();
        (await PublishAsync(Message("m-2", received: 2))).BatchItemFailures.ShouldBeEmpty();
        bench.Commands.Sent.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Of_two_who_set_out_from_the_same_mark_one_sends()
    {
        await QuietAsync("jars/a/1.jar");
        bench.Store.OnRequest = async request =>
        {
            if (request is { Verb: StoreVerb.Put, Key: Mark })
            {
                bench.Store.OnRequest = null;
                (await PublishAsync(Message("m-2"))).BatchItemFailures.ShouldBeEmpty();
            }

            return StoreFault.None;
        };
        (await PublishAsync()).BatchItemFailures.ShouldBe([new SqsBatchItemFailure("m-1")]);
        bench.Commands.Sent.ShouldHaveSingleItem();
        (await PublishAsync()).BatchItemFailures.ShouldBeEmpty();
        bench.Commands.Sent.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("no json")]
    [InlineData("""{"format":"jarpoint.refreshed/2","revision":1,"at":"2026-03-04T05:06:07Z"}""")]
    [InlineData("""{"format":"jarpoint.refreshed/1","revision":-1,"at":"2026-03-04T05:06:07Z"}""")]
    public async Task A_lost_or_damaged_mark_tells_the_nodes_again_of_everything(string? mark)
    {
        await QuietAsync("jars/a/1.jar");
        await PublishAsync();
        await QuietAsync("jars/b/1.jar");
        await PublishAsync();
        bench.Store.Delete(Mark);
        if (mark is not null)
        {
            await bench.PutAsync(Mark, System.Text.Encoding.UTF8.GetBytes(mark));
        }

        (await PublishAsync()).BatchItemFailures.ShouldBeEmpty();
        bench.Commands.Sent.Count.ShouldBe(3);
        bench.Commands.Sent[2].Command.Parameters["Directories"]
            .ShouldBe("s3://spark-jars/jars/a/ s3://spark-jars/jars/b/");
        await PublishAsync();
        bench.Commands.Sent.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_long_log_nobody_was_told_of_is_not_read_commit_by_commit()
    {
        const int Commits = 600;
        var writer = bench.Get<CatalogWriter>(nameof(CatalogJars));
        for (var n = 0; n < Commits; n++)
        {
            await writer.AppendAsync([Fact($"jars/{n % 3}/a.jar")], TestContext.Current.CancellationToken);
        }

        bench.Clock.Advance(TimeSpan.FromSeconds(5));
        var without = bench.Commands.Calls;
        await PublishAsync();
        bench.Commands.Calls.ShouldBe(without + 1);
        bench.Commands.Sent.ShouldHaveSingleItem().Command.Parameters["Directories"]
            .ShouldBe("s3://spark-jars/jars/0/ s3://spark-jars/jars/1/ s3://spark-jars/jars/2/");
        var published = bench.Store.Usage.Gets;
        bench.Store.Delete(Mark);
        await PublishAsync();
        (bench.Store.Usage.Gets - published).ShouldBeLessThan(30);
        bench.Commands.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_no_mount_shows_moves_the_mark_and_sends_nothing()
    {
        await using var elsewhere = HandlerBench.WithCluster(
            (OptionNames.MountPlan, """{"pools":{"*":[{"bucket":"another-bucket"}]}}"""));
        await elsewhere.CatalogAsync(Notifications.Message("m-1", Notifications.Removed("jars/a/1.jar")));
        elsewhere.Clock.Advance(TimeSpan.FromSeconds(5));
        var batch = new Trigger.Batch(new SqsEvent { Records = [Message("m-1")] });
        (await elsewhere.InvokeAsync(nameof(PublishCatalog), batch)).BatchItemFailures.ShouldBeEmpty();
        elsewhere.Commands.Calls.ShouldBe(0);
        (await elsewhere.Store.HeadAsync(new ObjectReference(Mark), TestContext.Current.CancellationToken))
            .ShouldBeOfType<HeadOutcome.Found>();
    }

    [Fact]
    public async Task Without_a_cluster_there_is_no_mark_and_no_command()
    {
        await using var alone = new HandlerBench();
        await alone.CatalogAsync(Notifications.Message("m-1", Notifications.Removed("jars/a/1.jar")));
        var batch = new Trigger.Batch(new SqsEvent { Records = [Message("m-1")] });
        (await alone.InvokeAsync(nameof(PublishCatalog), batch)).BatchItemFailures.ShouldBeEmpty();
        alone.Commands.Calls.ShouldBe(0);
        (await alone.Store.HeadAsync(new ObjectReference(Mark), TestContext.Current.CancellationToken))
            .ShouldBeOfType<HeadOutcome.Missing>();
    }

    private static SqsMessage Message(string id, int received = 1) => new()
    {
        MessageId = id,
        ReceiptHandle = $"handle of {id}",
        EventSourceARN = Queue,
        Body = "{}",
        Attributes = new Dictionary<string, string> { ["ApproximateReceiveCount"] = $"{received}" },
    };

    private CatalogFact Fact(string key) => new()
    {
        Kind = FactKind.Rejected,
        Key = key,
        At = bench.Clock.GetUtcNow(),
        Rejection = new Rejection(Jars.RejectionReason.Empty, "The object has no bytes."),
    };

    private Task<SqsBatchResponse> CommitAsync(string key)
        => bench.CatalogAsync(Notifications.Message("m-1", Notifications.Removed(key)));

    /// <summary>Commits and lets the quiet time pass.</summary>
    private async Task QuietAsync(string key)
    {
        await CommitAsync(key);
        bench.Clock.Advance(TimeSpan.FromSeconds(5));
    }

    private Task<SqsBatchResponse> PublishAsync(params SqsMessage[] messages) => bench.InvokeAsync(
        nameof(PublishCatalog),
        new Trigger.Batch(new SqsEvent { Records = messages.Length > 0 ? messages : [Message("m-1")] }));
}
