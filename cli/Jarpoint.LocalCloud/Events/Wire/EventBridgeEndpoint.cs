using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Jarpoint.LocalCloud.Chaos;
using Jarpoint.LocalCloud.Hosting;
using Microsoft.AspNetCore.Http;

namespace Jarpoint.LocalCloud.Events.Wire;

/// <summary>
/// EventBridge over HTTP: PutEvents onto the default bus, AWS JSON 1.1.
/// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html
/// </summary>
public sealed class EventBridgeEndpoint(EventBus bus, LocalAccount account, ChaosOptions chaos)
{
    private const int MostEntries = 10;
    private const int MostBytes = 256 << 10;

    private readonly SeededDice throttling = new(chaos.Seed, "events");

    public async Task HandleAsync(HttpContext context)
    {
        if (context.Request.Headers["X-Amz-Target"] != "AWSEvents.PutEvents")
        {
            await RefuseAsync(context, 501, "NotImplemented", "Jarpoint's laptop cloud emulates PutEvents of EventBridge only.");
            return;
        }

        if (await ReadAsync(context) is not { Count: > 0 and <= MostEntries } entries)
        {
            await RefuseAsync(
                context, 400, "ValidationException", $"Entries must be 1 to {MostEntries} objects");
            return;
        }

        if (entries.Sum(SizeOf) > MostBytes)
        {
            await RefuseAsync(context, 400, "ValidationException", "Total size of the entries in the request is over the limit.");
            return;
        }

        var results = entries.Select(Put).ToArray();
        await SendAsync(context, 200, new JsonObject
        {
            ["FailedEntryCount"] = results.Count(static result => result["ErrorCode"] is not null),
            ["Entries"] = new JsonArray([.. results]),
        });
    }

    private static async Task<IReadOnlyList<JsonObject>?> ReadAsync(HttpContext context)
    {
        try
        {
            var body = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            return body?["Entries"] is JsonArray entries && entries.All(static entry => entry is JsonObject)
                ? [.. entries.Select(static entry => entry!.AsObject())]
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private JsonObject Put(JsonObject entry)
    {
        if (throttling.Hits(chaos.Throttled))
        {
            return Refused("ThrottlingException", "Rate exceeded");
        }

        if (TextOf(entry, "EventBusName") is var name and not ("" or "default")
            && name != account.EventBusArn)
        {
            return Refused("ResourceNotFoundException", $"Event bus {name} does not exist.");
        }

        var (source, type) = (TextOf(entry, "Source"), TextOf(entry, "DetailType"));
        if (source.Length == 0 || type.Length == 0 || source.StartsWith("aws.", StringComparison.Ordinal))
        {
            return Refused("InvalidArgument", "Parameter Source or DetailType is not valid. Reason: it must be present, and no source of AWS.");
        }

        if (DetailOf(entry) is not { } detail)
        {
            return Refused("MalformedDetail", "Detail is malformed.");
        }

        bus.Publish(new CloudEvent
        {
            Source = source,
            DetailType = type,
            Resources = [.. (entry["Resources"]?.AsArray() ?? []).Select(static arn => arn!.GetValue<string>())],
            Detail = detail,
        });
        return new JsonObject { ["EventId"] = Guid.NewGuid().ToString() };
    }

    private static JsonObject? DetailOf(JsonObject entry)
    {
        try
        {
            return JsonNode.Parse(TextOf(entry, "Detail")) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static int SizeOf(JsonObject entry)
        => Encoding.UTF8.GetByteCount(TextOf(entry, "Source") + TextOf(entry, "DetailType") + TextOf(entry, "Detail"))
            + (entry["Resources"]?.AsArray() ?? []).Sum(static arn => Encoding.UTF8.GetByteCount(arn!.GetValue<string>()));

    private static string TextOf(JsonObject entry, string name) => entry[name]?.GetValue<string>() ?? string.Empty;

    private static JsonObject Refused(string code, string message)
        => new() { ["ErrorCode"] = code, ["ErrorMessage"] = message };

    private static Task RefuseAsync(HttpContext context, int status, string type, string message)
        => SendAsync(context, status, new JsonObject { ["__type"] = type, ["message"] = message });

    private static Task SendAsync(HttpContext context, int status, JsonObject body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/x-amz-json-1.1";
        context.Response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
        return context.Response.WriteAsync(body.ToJsonString(), context.RequestAborted);
    }
}
