using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Jarpoint.LocalCloud.Queues.Wire;

/// <summary>SQS over HTTP as SDKs and the <c>aws</c> CLI speak it since 2023: AWS JSON 1.0.</summary>
public sealed class SqsEndpoint
{
    private const string Target = "AmazonSQS.";

    private readonly Dictionary<string, Func<SqsRequest, HttpContext, Task<object>>> actions;

    public SqsEndpoint(QueueService service)
    {
        var queues = new QueueActions(service);
        var messages = new MessageActions(queues);
        var batches = new BatchActions(queues);
        actions = new(StringComparer.Ordinal)
        {
            ["CreateQueue"] = (request, http) => Task.FromResult(queues.Create(request, http.Request)),
            ["GetQueueUrl"] = (request, http) => Task.FromResult(queues.GetUrl(request, http.Request)),
            ["ListQueues"] = (request, http) => Task.FromResult(queues.List(request, http.Request)),
            ["GetQueueAttributes"] = (request, _) => Task.FromResult(queues.GetAttributes(request)),
            ["SetQueueAttributes"] = (request, _) => Task.FromResult(queues.SetAttributes(request)),
            ["PurgeQueue"] = (request, _) => Task.FromResult(queues.Purge(request)),
            ["DeleteQueue"] = (request, _) => Task.FromResult(queues.Delete(request)),
            ["SendMessage"] = (request, _) => Task.FromResult<object>(messages.Send(request)),
            ["ReceiveMessage"] = (request, http) => messages.ReceiveAsync(request, http.RequestAborted),
            ["DeleteMessage"] = (request, _) => Task.FromResult(messages.Delete(request)),
            ["ChangeMessageVisibility"] = (request, _) => Task.FromResult(messages.ChangeVisibility(request)),
            ["SendMessageBatch"] = (request, _) => Task.FromResult(batches.Send(request)),
            ["DeleteMessageBatch"] = (request, _) => Task.FromResult(batches.Delete(request)),
            ["ChangeMessageVisibilityBatch"] = (request, _) => Task.FromResult(batches.ChangeVisibility(request)),
        };
    }

    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            await WriteAsync(context, StatusCodes.Status200OK, await AnswerAsync(context));
        }
        catch (SqsException error)
        {
            context.Response.Headers["x-amzn-query-error"] = error.QueryCode + ";Sender";
            await WriteAsync(context, error.Status, new ErrorResponse(error.Shape, error.Message));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller hung up during a long poll: there is nobody to answer.
        }
    }

    private async Task<object> AnswerAsync(HttpContext context)
    {
        var target = context.Request.Headers["X-Amz-Target"].ToString();
        if (!target.StartsWith(Target, StringComparison.Ordinal))
        {
            throw SqsErrors.NotEmulated("the Query protocol (no X-Amz-Target header); use the JSON protocol");
        }

        if (!actions.TryGetValue(target[Target.Length..], out var action))
        {
            throw SqsErrors.NotEmulated($"the action {target[Target.Length..]}");
        }

        return await action(await ReadAsync(context), context);
    }

    private static async Task<SqsRequest> ReadAsync(HttpContext context)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(
                    context.Request.Body, SqsJson.Default.SqsRequest, context.RequestAborted)
                ?? new SqsRequest();
        }
        catch (JsonException error)
        {
            throw SqsErrors.MalformedInput(error.Message);
        }
    }

    private static async Task WriteAsync(HttpContext context, int status, object body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/x-amz-json-1.0";
        context.Response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
        await context.Response.Body.WriteAsync(
            JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), SqsJson.Default), context.RequestAborted);
    }
}
