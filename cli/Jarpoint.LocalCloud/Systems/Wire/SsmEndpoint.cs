using System.Text.Json;
using Jarpoint.LocalCloud.Chaos;
using Microsoft.AspNetCore.Http;

namespace Jarpoint.LocalCloud.Systems.Wire;

/// <summary>Systems Manager over HTTP as SDKs and the <c>aws</c> CLI speak it: AWS JSON 1.1.</summary>
public sealed class SsmEndpoint
{
    private const string Target = "AmazonSSM.";

    private readonly Dictionary<string, Func<SsmRequest, object>> actions;
    private readonly SystemsOptions options;
    private readonly SeededDice dice;

    public SsmEndpoint(SystemsManager systems)
    {
        options = systems.Options;
        dice = new SeededDice(options.Chaos.Seed, "ssm");
        var documents = new DocumentActions(systems);
        var commands = new CommandActions(systems);
        var sending = new SendActions(systems);
        var instances = new InstanceActions(systems);
        actions = new(StringComparer.Ordinal)
        {
            ["CreateDocument"] = documents.Create,
            ["UpdateDocument"] = documents.Update,
            ["UpdateDocumentDefaultVersion"] = documents.SetDefault,
            ["GetDocument"] = documents.Get,
            ["DescribeDocument"] = documents.Describe,
            ["DeleteDocument"] = documents.Delete,
            ["DescribeInstanceInformation"] = instances.Describe,
            ["DescribeInstanceProperties"] = instances.DescribeProperties,
            ["SendCommand"] = sending.Send,
            ["CancelCommand"] = sending.Cancel,
            ["ListCommands"] = commands.List,
            ["ListCommandInvocations"] = commands.ListInvocations,
            ["GetCommandInvocation"] = commands.Get,
        };
    }

    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            await WriteAsync(context, StatusCodes.Status200OK, await AnswerAsync(context));
        }
        catch (SsmException error)
        {
            await WriteAsync(context, error.Status, new ErrorResponse(error.Code, error.Message));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller hung up: there is nobody to answer.
        }
    }

    private async Task<object> AnswerAsync(HttpContext context)
    {
        var target = context.Request.Headers["X-Amz-Target"].ToString();
        if (!target.StartsWith(Target, StringComparison.Ordinal))
            throw SsmErrors.NotEmulated("requests without an X-Amz-Target header");

        var name = target[Target.Length..];
        if (!actions.TryGetValue(name, out var action))
            throw SsmErrors.NotEmulated($"the action {name}");

        if (options.Throttled(name) || dice.Hits(options.Chaos.Throttled))
            throw SsmErrors.Throttling();

        var request = await ReadAsync(context);
        if (request.Others is { Count: > 0 } others)
            throw SsmErrors.NotEmulated($"the parameter {others.Keys.First()} of {name}");

        return action(request);
    }

    private static async Task<SsmRequest> ReadAsync(HttpContext context)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(
                    context.Request.Body, SsmJson.Default.SsmRequest, context.RequestAborted)
                ?? new SsmRequest();
        }
        catch (JsonException error)
        {
            throw SsmErrors.Serialization(error.Message);
        }
    }

    private static async Task WriteAsync(HttpContext context, int status, object body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/x-amz-json-1.1";
        context.Response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
        await context.Response.Body.WriteAsync(
            JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), SsmJson.Default), context.RequestAborted);
    }
}
