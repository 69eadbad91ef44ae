using System.Text.Json;
using Jarpoint.Functions.Events;
using Jarpoint.Functions.Events.Sqs;
using Jarpoint.Functions.Runtime;
using Microsoft.Extensions.Time.Testing;

namespace Jarpoint.Functions.Tests.Runtime;

/// <summary>The loop sets a variable of the process, so no other loop runs beside these.</summary>
[Collection("one loop a process")]
public sealed class InvocationLoopTests
{
    private const string EmptyBatch = """{"Records":[]}""";

    [Fact]
    public async Task Hands_over_the_response_of_each_event_under_its_request_id()
    {
        var function = StubFunction.Answering(new SqsBatchResponse([new SqsBatchItemFailure("m-1")]));
        await using var loop = await RunningLoop.StartAsync(function);
        foreach (var id in new[] { "r-1", "r-2" })
        {
            loop.Api.Send(id, EmptyBatch);
            var report = await loop.Api.ReportAsync();
            report.Path.ShouldBe($"invocation/{id}/response");
            report.ContentType.ShouldBe("application/json");
            report.Body.ShouldBe("""{"batchItemFailures":[{"itemIdentifier":"m-1"}]}""");
        }
    }

    [Fact]
    public async Task Reports_a_failure_with_type_message_stack_and_nested_cause_and_goes_on()
    {
        var failure = new InvalidOperationException("outer", new TimeoutException("inner"));
        await using var loop = await RunningLoop.StartAsync(StubFunction.Failing(failure));
        loop.Api.Send("r-1", EmptyBatch);
        var report = await loop.Api.ReportAsync();
        report.Path.ShouldBe("invocation/r-1/error");
        report.ContentType.ShouldBe("application/vnd.aws.lambda.error+json");
        report.ErrorType.ShouldBe("InvalidOperationException");
        using var body = JsonDocument.Parse(report.Body);
        body.RootElement.GetProperty("errorType").GetString().ShouldBe("InvalidOperationException");
        body.RootElement.GetProperty("errorMessage").GetString().ShouldBe("outer");
        body.RootElement.GetProperty("stackTrace").GetArrayLength().ShouldBePositive();
        body.RootElement.GetProperty("cause").GetProperty("errorType").GetString().ShouldBe("TimeoutException");
        body.RootElement.GetProperty("cause").TryGetProperty("cause", out _).ShouldBeFalse();

        loop.Api.Send("r-2", EmptyBatch);
        (await loop.Api.ReportAsync()).Path.ShouldBe("invocation/r-2/error");
    }

    [Fact]
    public async Task Cancels_the_function_before_the_deadline_that_Lambda_sets()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero));
        var begun = new TaskCompletionSource<CancellationToken>();
        var function = new StubFunction(async (_, _, cancellation) =>
        {
            begun.SetResult(cancellation);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
            return SqsBatchResponse.Done;
        });
        await using var loop = await RunningLoop.StartAsync(function, clock);
        loop.Api.Send("r-1", EmptyBatch, clock.GetUtcNow().AddSeconds(30));
        var cancellation = await begun.Task.WaitAsync(TestContext.Current.CancellationToken);
        clock.Advance(TimeSpan.FromSeconds(29.4));
        cancellation.IsCancellationRequested.ShouldBeFalse();
        clock.Advance(TimeSpan.FromSeconds(0.2));
        (await loop.Api.ReportAsync()).ErrorType.ShouldBe("TaskCanceledException");
    }

    [Fact]
    public async Task Gives_the_trace_id_of_each_invocation_to_the_SDK_and_takes_it_back()
    {
        var seen = new List<string?>();
        var function = new StubFunction((_, _, _) =>
        {
            seen.Add(Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID"));
            return Task.FromResult(SqsBatchResponse.Done);
        });
        await using var loop = await RunningLoop.StartAsync(function);
        loop.Api.Send("r-1", EmptyBatch, traceId: "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700");
        await loop.Api.ReportAsync();
        loop.Api.Send("r-2", EmptyBatch);
        await loop.Api.ReportAsync();
        seen.ShouldBe(["Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700", null]);
    }

    [Fact]
    public async Task Reports_a_response_that_Lambda_finds_too_large_and_goes_on()
    {
        await using var loop = await RunningLoop.StartAsync(
            StubFunction.Answering(SqsBatchResponse.Done),
            arrange: api => api.Verdict = report => report.Path.EndsWith("/response", StringComparison.Ordinal) ? 413 : 202);
        loop.Api.Send("r-1", EmptyBatch);
        (await loop.Api.ReportAsync()).Path.ShouldBe("invocation/r-1/response");
        var report = await loop.Api.ReportAsync();
        report.Path.ShouldBe("invocation/r-1/error");
        report.ErrorType.ShouldBe("ResponseTooLarge");

        loop.Api.Verdict = _ => 202;
        loop.Api.Send("r-2", EmptyBatch);
        (await loop.Api.ReportAsync()).Path.ShouldBe("invocation/r-2/response");
    }

    [Fact]
    public async Task Goes_on_after_a_report_that_is_refused()
    {
        await using var loop = await RunningLoop.StartAsync(
            StubFunction.Answering(SqsBatchResponse.Done), arrange: api => api.Verdict = _ => 403);
        loop.Api.Send("r-1", EmptyBatch);
        await loop.Api.ReportAsync();
        loop.Api.Send("r-2", EmptyBatch);
        (await loop.Api.ReportAsync()).Path.ShouldBe("invocation/r-2/response");
        loop.Lines.ShouldContain(line => line["delivery"] == "Refused" && line["requestId"] == "r-1");
    }

    [Theory]
    [InlineData(400)]
    [InlineData(500)]
    public async Task Ends_when_next_answers_anything_but_an_event(int status)
    {
        await using var loop = await RunningLoop.StartAsync(
            StubFunction.Answering(SqsBatchResponse.Done), arrange: api => api.NextFails = status);
        await Should.ThrowAsync<RuntimeApiException>(loop.Completion);
    }

    [Fact]
    public async Task Ends_when_the_Runtime_API_calls_its_own_state_unrecoverable()
    {
        await using var loop = await RunningLoop.StartAsync(
            StubFunction.Answering(SqsBatchResponse.Done), arrange: api => api.Verdict = _ => 500);
        loop.Api.Send("r-1", EmptyBatch);
        await Should.ThrowAsync<RuntimeApiException>(loop.Completion);
    }

    [Fact]
    public async Task Stops_while_it_waits_for_an_event()
    {
        await using var loop = await RunningLoop.StartAsync(StubFunction.Answering(SqsBatchResponse.Done));
        await loop.Api.PolledAsync();
        await loop.StopAsync();
        await loop.Completion.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Finishes_the_event_at_work_before_it_stops()
    {
        var begun = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        var function = new StubFunction(async (_, _, _) =>
        {
            begun.SetResult();
            await release.Task;
            return SqsBatchResponse.Done;
        });
        await using var loop = await RunningLoop.StartAsync(function);
        loop.Api.Send("r-1", EmptyBatch);
        await begun.Task.WaitAsync(TestContext.Current.CancellationToken);
        await loop.StopAsync();
        loop.Completion.IsCompleted.ShouldBeFalse();
        release.SetResult();
        (await loop.Api.ReportAsync()).Path.ShouldBe("invocation/r-1/response");
        await loop.Completion.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Tells_the_function_of_an_event_it_cannot_read()
    {
        var triggers = new List<Trigger>();
        var function = new StubFunction((trigger, _, _) =>
        {
            triggers.Add(trigger);
            return Task.FromResult(SqsBatchResponse.Done);
        });
        await using var loop = await RunningLoop.StartAsync(function);
        loop.Api.Send("r-1", "not json");
        (await loop.Api.ReportAsync()).Path.ShouldBe("invocation/r-1/response");
        triggers.ShouldHaveSingleItem().ShouldBeOfType<Trigger.Malformed>();
    }
}
