using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Jarpoint.Functions.Events;
using Jarpoint.Functions.Events.Sqs;
using Jarpoint.Functions.Handlers;
using Jarpoint.Functions.Logging;
using Microsoft.Extensions.Logging;

namespace Jarpoint.Functions.Runtime;

/// <summary>Asks for the next event, handles it, hands over the outcome, until it is told to stop.</summary>
internal sealed partial class InvocationLoop(
    RuntimeApiClient runtime,
    IFunction function,
    InvocationCorrelation correlation,
    TimeProvider clock,
    ILogger<InvocationLoop> logger)
{
    /// <summary>X-Ray's own name for it, and where the AWS SDK looks.</summary>
    private const string TraceVariable = "_X_AMZN_TRACE_ID";

    /// <param name="stopping">Ends the wait for an event; an event already taken is finished first.</param>
    /// <exception cref="RuntimeApiException">The Runtime API cannot be worked with any longer.</exception>
    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await HandleAsync(await runtime.NextAsync(stopping));
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                Log.Stopping(logger);
                return;
            }
        }
    }

    private async Task HandleAsync(Invocation invocation)
    {
        correlation.Begin(invocation.RequestId);
        Environment.SetEnvironmentVariable(TraceVariable, invocation.TraceId);
        var result = await InvokeAsync(invocation);
        var delivery = result.Error is { } error
            ? await runtime.ReportErrorAsync(invocation.RequestId, error)
            : await runtime.RespondAsync(invocation.RequestId, result.Response);
        if (delivery != Delivery.Accepted)
        {
            Log.NotDelivered(logger, delivery);
        }

        if (delivery == Delivery.TooLarge && result.Error is null)
        {
            await ReportTooLargeAsync(invocation.RequestId, result.Response.Length);
        }
    }

    // The edge of an invocation: whatever went wrong is the caller's to know, and the process goes on.
    [SuppressMessage("Design", "CA1031", Justification = "Lambda is told of every failure; its retries decide.")]
    private async Task<Result> InvokeAsync(Invocation invocation)
    {
        try
        {
            var deadline = new InvocationDeadline(invocation.Deadline, clock.GetUtcNow(), clock);
            using var end = deadline.UntilResponse();
            var response = await function.HandleAsync(TriggerParser.Parse(invocation.Payload), deadline, end.Token);
            return new Result(JsonSerializer.SerializeToUtf8Bytes(response, SqsJson.Default.SqsBatchResponse), null);
        }
        catch (Exception e)
        {
            Log.InvocationFailed(logger, e);
            return new Result(default, InvocationError.From(e));
        }
    }

    // Lambda may have told the caller already; a refused report is then no news.
    private async Task ReportTooLargeAsync(string requestId, int bytes)
    {
        var error = new InvocationError(
            $"the response of {bytes} bytes is larger than Lambda carries", "ResponseTooLarge", []);
        if (await runtime.ReportErrorAsync(requestId, error) is not Delivery.Accepted and var delivery)
        {
            Log.NotDelivered(logger, delivery);
        }
    }

    private readonly record struct Result(ReadOnlyMemory<byte> Response, InvocationError? Error);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "Told to stop; no further event is taken")]
        public static partial void Stopping(ILogger logger);

        [LoggerMessage(LogLevel.Error, "The invocation failed")]
        public static partial void InvocationFailed(ILogger logger, Exception exception);

        [LoggerMessage(LogLevel.Error, "The Runtime API did not take the outcome of the invocation: {Delivery}")]
        public static partial void NotDelivered(ILogger logger, Delivery delivery);
    }
}
