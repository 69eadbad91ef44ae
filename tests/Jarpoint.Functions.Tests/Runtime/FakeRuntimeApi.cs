using System.Globalization;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Jarpoint.Functions.Tests.Runtime;

/// <summary>Lambda's side of the Runtime API on a free loopback port. Events and reports travel through channels.</summary>
internal sealed class FakeRuntimeApi : IAsyncDisposable
{
    /// <summary>After this a test gives up on a process that died or hangs. Nothing healthy comes near it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Channel<Handover> events = Channel.CreateUnbounded<Handover>();
    private readonly Channel<RuntimeReport> reports = Channel.CreateUnbounded<RuntimeReport>();
    private readonly Channel<bool> polls = Channel.CreateUnbounded<bool>();
    private readonly WebApplication app;

    private FakeRuntimeApi()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    /// <summary>The status the API gives to a report; 202 unless a test says otherwise.</summary>
    public Func<RuntimeReport, int> Verdict { get; set; } = _ => StatusCodes.Status202Accepted;

    /// <summary>Answers `next` with this status instead of an event.</summary>
    public int? NextFails { get; set; }

    public string Address => new Uri(app.Urls.First()).Authority;

    public static async Task<FakeRuntimeApi> StartAsync()
    {
        var api = new FakeRuntimeApi();
        await api.app.StartAsync(TestContext.Current.CancellationToken);
        return api;
    }

    public void Send(string requestId, string payload, DateTimeOffset? deadline = null, string? traceId = null)
        => events.Writer.TryWrite(new Handover(requestId, payload, deadline, traceId)).ShouldBeTrue();

    /// <summary>The next thing the runtime posted.</summary>
    public Task<RuntimeReport> ReportAsync() => TakeAsync(reports.Reader);

    /// <summary>Waits until the runtime has asked for an event.</summary>
    public Task PolledAsync() => TakeAsync(polls.Reader);

    public async ValueTask DisposeAsync()
    {
        events.Writer.TryComplete();
        await app.DisposeAsync();
    }

    private static Task<T> TakeAsync<T>(ChannelReader<T> reader)
        => reader.ReadAsync(TestContext.Current.CancellationToken).AsTask()
            .WaitAsync(Patience, TestContext.Current.CancellationToken);

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path == "/2018-06-01/runtime/invocation/next")
        {
            await NextAsync(context);
            return;
        }

        using var reader = new StreamReader(context.Request.Body);
        var report = new RuntimeReport(
            context.Request.Path.Value!["/2018-06-01/runtime/".Length..],
            await reader.ReadToEndAsync(context.RequestAborted),
            context.Request.ContentType,
            context.Request.Headers["Lambda-Runtime-Function-Error-Type"].FirstOrDefault());
        context.Response.StatusCode = Verdict(report);
        await context.Response.CompleteAsync();
        reports.Writer.TryWrite(report);
    }

    private async Task NextAsync(HttpContext context)
    {
        polls.Writer.TryWrite(true);
        if (NextFails is { } status)
        {
            context.Response.StatusCode = status;
            return;
        }

        var next = await events.Reader.ReadAsync(context.RequestAborted);
        var headers = context.Response.Headers;
        headers["Lambda-Runtime-Aws-Request-Id"] = next.RequestId;
        headers["Lambda-Runtime-Invoked-Function-Arn"] = "arn:aws:lambda:eu-west-1:123456789012:function:example";
        if (next.Deadline is { } deadline)
        {
            headers["Lambda-Runtime-Deadline-Ms"] =
                deadline.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        }

        if (next.TraceId is { } traceId)
        {
            headers["Lambda-Runtime-Trace-Id"] = traceId;
        }

        await context.Response.WriteAsync(next.Payload);
    }

    private sealed record Handover(string RequestId, string Payload, DateTimeOffset? Deadline, string? TraceId);
}

/// <summary>Something the runtime posted, its path below the version.</summary>
internal sealed record RuntimeReport(string Path, string Body, string? ContentType, string? ErrorType);
