using System.Text.Json;
using Amazon.Runtime;
using Amazon.SQS;
using Jarpoint.Functions.Queues;
using Jarpoint.Functions.Tests.Cluster;
using Microsoft.Extensions.Logging;

namespace Jarpoint.Functions.Tests.Queues;

/// <summary>How messages are put off, and that nothing about it is worth an exception.</summary>
public sealed class SqsMessageDelayTests : IDisposable
{
    private const string Launches = "arn:aws:sqs:eu-west-1:123456789012:launches";

    private readonly LogLines log = new();
    private AmazonSQSClient? client;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ten_messages_a_call_and_the_address_of_a_queue_once()
    {
        await using var server = await CannedApi.StartAsync(Healthy);
        var delay = DelayOf(server);
        await delay.DelayAsync(
            [.. Enumerable.Range(0, 11).Select(i => new DelayedMessage(Launches, $"r{i}", TimeSpan.FromSeconds(i + 0.1)))],
            Cancellation);
        await delay.DelayAsync([new DelayedMessage(Launches, "long", TimeSpan.FromDays(1))], Cancellation);
        server.Requests.Select(Operation).ShouldBe(
        [
            "GetQueueUrl", "ChangeMessageVisibilityBatch", "ChangeMessageVisibilityBatch", "ChangeMessageVisibilityBatch",
        ]);
        var sent = server.Requests.Select(request => JsonDocument.Parse(request.Body).RootElement).ToList();
        sent[0].GetRawText().ShouldBe("""{"QueueName":"launches","QueueOwnerAWSAccountId":"123456789012"}""");
        sent[1].GetProperty("QueueUrl").GetString().ShouldEndWith("/123456789012/launches");
        sent[1].GetProperty("Entries").GetArrayLength().ShouldBe(10);
        sent[1].GetProperty("Entries")[3].GetRawText()
            .ShouldBe("""{"Id":"3","ReceiptHandle":"r3","VisibilityTimeout":4}""");
        sent[2].GetProperty("Entries").GetArrayLength().ShouldBe(1);
        sent[3].GetProperty("Entries")[0].GetProperty("VisibilityTimeout").GetInt32().ShouldBe(43_200);
        log.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_message_that_cannot_be_put_off_is_logged()
    {
        await using var server = await CannedApi.StartAsync(sent => Operation(sent) == "GetQueueUrl"
            ? Healthy(sent)
            : new CannedApi.Canned(200, """{"Failed":[{"Id":"0","Code":"ReceiptHandleIsInvalid","SenderFault":true}]}"""));
        await DelayOf(server).DelayAsync([new DelayedMessage(Launches, "secret-handle", TimeSpan.Zero)], Cancellation);
        log.Lines.ShouldBe([$"A message of {Launches} comes back by the queue's own time-out: ReceiptHandleIsInvalid"]);
    }

    [Fact]
    public async Task A_queue_that_refuses_is_logged_and_the_other_queue_still_served()
    {
        await using var server = await CannedApi.StartAsync(
            sent => sent.Body.Contains("broken", StringComparison.Ordinal)
                ? new CannedApi.Canned(400, """{"__type":"com.amazonaws.sqs#QueueDoesNotExist","message":"m"}""")
                : Healthy(sent));
        await DelayOf(server).DelayAsync(
            [
                new DelayedMessage("arn:aws:sqs:eu-west-1:123456789012:broken", "r0", TimeSpan.Zero),
                new DelayedMessage("no arn", "r1", TimeSpan.Zero),
                new DelayedMessage(Launches, "r2", TimeSpan.Zero),
            ],
            Cancellation);
        server.Requests.Select(Operation).ShouldBe(["GetQueueUrl", "GetQueueUrl", "ChangeMessageVisibilityBatch"]);
        log.Lines.Count.ShouldBe(2);
        log.Lines[0].ShouldStartWith("1 messages of arn:aws:sqs:eu-west-1:123456789012:broken");
        log.Lines[1].ShouldBe("no arn is no ARN of a queue: 1 messages come back by its own time-out");
    }

    [Fact]
    public async Task A_service_out_of_reach_is_logged()
    {
        var server = await CannedApi.StartAsync(Healthy);
        var delay = DelayOf(server);
        await server.DisposeAsync();
        await delay.DelayAsync([new DelayedMessage(Launches, "r0", TimeSpan.Zero)], Cancellation);
        log.Lines.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_invocation_that_is_out_of_time_still_reports()
    {
        await using var server = await CannedApi.StartAsync(Healthy);
        await DelayOf(server).DelayAsync([new DelayedMessage(Launches, "r0", TimeSpan.Zero)], new CancellationToken(true));
        log.Lines.ShouldBe([$"1 messages of {Launches} come back by its own time-out: no time was left"]);
    }

    public void Dispose() => client?.Dispose();

    private static string Operation(CannedApi.Sent sent) => sent.Headers["X-Amz-Target"].Split('.')[1];

    private static CannedApi.Canned Healthy(CannedApi.Sent sent) => new(
        200,
        Operation(sent) == "GetQueueUrl"
            ? $$"""{"QueueUrl":"http://{{sent.Headers["Host"]}}/123456789012/launches"}"""
            : """{"Successful":[]}""",
        "application/x-amz-json-1.0");

    private SqsMessageDelay DelayOf(CannedApi server)
    {
        client = new AmazonSQSClient(
            new BasicAWSCredentials("AKIAEXAMPLE", "example"),
            new AmazonSQSConfig { ServiceURL = server.Address, AuthenticationRegion = "eu-west-1", MaxErrorRetry = 0 });
        return new SqsMessageDelay(client, log);
    }

    private sealed class LogLines : ILogger<SqsMessageDelay>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => Lines.Add(formatter(state, exception));
    }
}
