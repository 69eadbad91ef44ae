using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Jarpoint.LocalCloud.Functions;

/// <summary>
/// The Runtime API of one process.
/// https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
/// </summary>
internal sealed class RuntimeApiEndpoint(RuntimeSession session, string functionArn, TimeProvider time)
{
    /// <summary>Largest response in bytes, as AWS's own emulator has it; the documentation rounds to 6 MB.</summary>
    public const int LargestResponse = 6_291_556;

    private const string Root = "/2018-06-01/runtime/";

    public Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        var parts = path.StartsWith(Root, StringComparison.Ordinal) ? path[Root.Length..].Split('/') : [];
        return (context.Request.Method, parts) switch
        {
            ("GET", ["invocation", "next"]) => NextAsync(context),
            ("POST", ["invocation", var id, "response"]) => RespondAsync(context, id),
            ("POST", ["invocation", var id, "error"]) => FailAsync(context, id),
            ("POST", ["init", "error"]) => FailInitAsync(context),
            _ => AnswerAsync(context, 501, "NotEmulated", $"{context.Request.Method} {path} is not emulated"),
        };
    }

    private async Task NextAsync(HttpContext context)
    {
        try
        {
            var invocation = await session.NextAsync(context.RequestAborted);
            var deadline = time.GetUtcNow() + invocation.Timeout;
            var response = context.Response;
            response.ContentType = "application/json";
            response.ContentLength = invocation.Payload.Length;
            response.Headers["Lambda-Runtime-Aws-Request-Id"] = invocation.RequestId;
            response.Headers["Lambda-Runtime-Deadline-Ms"] =
                deadline.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
            response.Headers["Lambda-Runtime-Invoked-Function-Arn"] = functionArn;
            response.Headers["Lambda-Runtime-Trace-Id"] = invocation.TraceId;
            await response.Body.WriteAsync(invocation.Payload, context.RequestAborted);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The process ended while it waited; who watches it knows.
        }
    }

    private async Task RespondAsync(HttpContext context, string requestId)
    {
        if (await ReadAsync(context) is not { } payload)
        {
            await AnswerAsync(
                context,
                413,
                "RequestEntityTooLarge",
                $"Exceeded maximum allowed payload size ({LargestResponse} bytes).");
        }
        else
        {
            await CompleteAsync(context, requestId, new InvocationOutcome.Succeeded(payload));
        }
    }

    private async Task FailAsync(HttpContext context, string requestId)
        => await CompleteAsync(context, requestId, await ReadErrorAsync(context));

    private async Task FailInitAsync(HttpContext context)
    {
        session.End(await ReadErrorAsync(context));
        await AcceptAsync(context);
    }

    private Task CompleteAsync(HttpContext context, string requestId, InvocationOutcome outcome)
        => session.TryComplete(requestId, outcome)
            ? AcceptAsync(context)
            : AnswerAsync(context, 400, "InvalidRequestID", $"Invalid request ID {requestId}");

    private static async Task<InvocationOutcome.Failed> ReadErrorAsync(HttpContext context)
    {
        var body = await ReadAsync(context) ?? default;
        var header = context.Request.Headers["Lambda-Runtime-Function-Error-Type"].ToString();
        try
        {
            using var json = JsonDocument.Parse(body);
            return new InvocationOutcome.Failed(
                Text(json.RootElement, "errorType") ?? (header.Length > 0 ? header : FunctionFaults.Unknown),
                Text(json.RootElement, "errorMessage") ?? "");
        }
        catch (JsonException)
        {
            return new InvocationOutcome.Failed(
                header.Length > 0 ? header : FunctionFaults.Unknown, Encoding.UTF8.GetString(body.Span));
        }
    }

    private static string? Text(JsonElement error, string name)
        => error.ValueKind == JsonValueKind.Object && error.TryGetProperty(name, out var value)
            ? value.ToString()
            : null;

    /// <summary>Null when the body is too large.</summary>
    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        var buffer = new byte[16 << 10];
        while (await context.Request.Body.ReadAsync(buffer, context.RequestAborted) is > 0 and var read)
        {
            if (body.Length + read > LargestResponse)
            {
                return null;
            }

            await body.WriteAsync(buffer.AsMemory(0, read), context.RequestAborted);
        }

        return body.ToArray();
    }

    private static Task AcceptAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync("""{"status":"OK"}""" + "\n", context.RequestAborted);
    }

    private static Task AnswerAsync(HttpContext context, int status, string type, string message)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(
            $$"""{"errorMessage":"{{JsonEncodedText.Encode(message)}}","errorType":"{{type}}"}""",
            context.RequestAborted);
    }
}
