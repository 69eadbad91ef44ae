using Jarpoint.Catalog.Storage;
using Jarpoint.Functions.Events;
using Jarpoint.Functions.Events.Sqs;
using Jarpoint.Functions.Handlers;
using Jarpoint.Functions.Tests.Events;

namespace Jarpoint.Functions.Tests.Handlers;

public sealed class PublishCatalogTests : IAsyncLifetime
{
    private readonly HandlerBench bench = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Theory]
    [InlineData("sqs/log-notification.json")]
    [InlineData("eventbridge/schedule.json")]
    [InlineData("eventbridge/scheduled-rule.json")]
    public async Task Publishes_what_was_committed_whoever_calls(string sample)
    {
        await CommitAsync();
        (await PublishAsync(sample)).BatchItemFailures.ShouldBeEmpty();
        var head = new ObjectReference("catalog/v1/head.json");
        (await bench.Store.HeadAsync(head, TestContext.Current.CancellationToken)).ShouldBeOfType<HeadOutcome.Found>();
        bench.Lines.Last(line => line.IsMetric)["PublishedRevision"].ShouldBe("1");
    }

    [Fact]
    public async Task Nothing_new_costs_two_reads_and_one_of_each_publication_and_writes_nothing()
    {
        await CommitAsync();
        await PublishAsync("eventbridge/schedule.json");
        var before = bench.Store.Usage;
        await PublishAsync("eventbridge/schedule.json");
        var after = bench.Store.Usage;
        // Of the index of classes and of the Maven repository.
        (after.Gets - before.Gets).ShouldBeLessThanOrEqualTo(2 + 2);
        (after with { Gets = before.Gets, BytesRead = before.BytesRead }).ShouldBe(before);
    }

    [Fact]
    public async Task A_failure_fails_the_invocation_so_that_the_trigger_comes_again()
    {
        await CommitAsync();
        bench.Store.OnRequest = _ => throw new IOException("no connection");
        await Should.ThrowAsync<IOException>(PublishAsync("sqs/log-notification.json"));
    }

    [Theory]
    [InlineData("ec2/running.json", "EC2 Instance State-change Notification")]
    [InlineData("s3/put.json", "aws:s3")]
    [InlineData("malformed/truncated.json", "malformed")]
    public async Task Every_function_acknowledges_an_event_that_is_for_no_function(string sample, string words)
    {
        await using var all = HandlerBench.WithCluster();
        foreach (var function in FunctionRegistry.Names)
        {
            var response = await all.InvokeAsync(function, TriggerParser.Parse(EventFile.Bytes(sample)));
            response.BatchItemFailures.ShouldBeEmpty();
        }

        all.Store.Usage.ShouldBe(new StoreUsage());
        all.Lines.Count(line => line["MessagesPoison"] == "1").ShouldBe(FunctionRegistry.Names.Count);
        all.Lines.Count(line => line["message"]?.Contains(words, StringComparison.Ordinal) is true)
            .ShouldBe(FunctionRegistry.Names.Count);
    }

    private Task<SqsBatchResponse> CommitAsync()
        => bench.CatalogAsync(Notifications.Message("m-1", Notifications.Removed("jars/a.jar")));

    private Task<SqsBatchResponse> PublishAsync(string sample)
        => bench.InvokeAsync(nameof(PublishCatalog), TriggerParser.Parse(EventFile.Bytes(sample)));
}
