using System.Text.Json.Nodes;
using Jarpoint.LocalCloud.Functions;
using Jarpoint.LocalCloud.S3.Requests;
using Jarpoint.LocalCloud.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Jarpoint.LocalCloud.Hosting.Calls;

/// <summary>Reads off a request which permissions it needs.</summary>
internal sealed class CallReader(LocalAccount account)
{
    /// <summary>Notes every call of a function in a ledger; null without one.</summary>
    public static Func<HttpContext, AwsRequest, Task>? Into(CallLedger? ledger, LocalAccount account)
    {
        if (ledger is null)
        {
            return null;
        }

        var reader = new CallReader(account);
        return async (context, request) =>
        {
            foreach (var call in await reader.ReadAsync(context, request))
            {
                ledger.Count(call);
            }
        };
    }

    /// <returns>One entry for every resource; none when the request is no function's.</returns>
    public async Task<IReadOnlyList<FunctionCall>> ReadAsync(HttpContext context, AwsRequest request)
    {
        if (FunctionKey.FunctionOf(request.AccessKeyId) is not { } function)
        {
            return [];
        }

        var (action, resources) = request.Service switch
        {
            "s3" => ObjectCall(context.Request.Method, request.Target),
            "eks" => ("DescribeCluster", [$"arn:aws:eks:{account.Region}:{account.Id}:cluster/{LastPart(request.Target.Path)}"]),
            "ec2" => (await FormActionAsync(context.Request), ["*"]),
            _ => JsonCall(context.Request.Headers["X-Amz-Target"].ToString(), await BodyAsync(context.Request)),
        };
        return
        [
            .. resources.Select(resource => new FunctionCall(function, $"{request.Service}:{action}", resource)),
            .. SourceCalls(function, context.Request),
        ];
    }

    // Whoever copies reads the source in his own name.
    private static IEnumerable<FunctionCall> SourceCalls(string function, HttpRequest request)
    {
        if (request.Headers["x-amz-copy-source"].ToString() is { Length: > 0 } header)
        {
            var source = CopySource.Parse(header);
            var version = source.VersionId is null ? string.Empty : "Version";
            yield return new FunctionCall(
                function, $"s3:GetObject{version}", $"arn:aws:s3:::{source.Bucket}/{source.Key}");
        }
    }

    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
    private static (string Action, string[] Resources) ObjectCall(string method, RawTarget target)
    {
        var path = RawTarget.Decode(target.Path[1..])!;
        var isObject = path.TrimEnd('/').Contains('/', StringComparison.Ordinal);
        var version = target.Query["versionId"] is null ? string.Empty : "Version";
        return (method, isObject) switch
        {
            ("GET" or "HEAD", true) => ($"GetObject{version}", [$"arn:aws:s3:::{path}"]),
            ("PUT", true) => ("PutObject", [$"arn:aws:s3:::{path}"]),
            ("DELETE", true) => ($"DeleteObject{version}", [$"arn:aws:s3:::{path}"]),
            ("GET", false) => ("ListBucket", [$"arn:aws:s3:::{path.TrimEnd('/')}"]),
            _ => ($"{method} {target.Path}", ["?"]),
        };
    }

    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsqs.html
    private (string Action, string[] Resources) JsonCall(string target, JsonNode? body) => LastPart(target, '.') switch
    {
        "SendCommand" => ("SendCommand",
        [
            $"arn:aws:ssm:{account.Region}:{account.Id}:document/{body?["DocumentName"]}",
            $"arn:aws:ec2:{account.Region}:{account.Id}:instance/*",
        ]),
        "PutEvents" => ("PutEvents",
            [.. body?["Entries"]!.AsArray().Select(static entry => entry!["EventBusName"]!.ToString()).Distinct() ?? []]),
        var action when target.StartsWith("AmazonSQS.", StringComparison.Ordinal) => (
            action.EndsWith("Batch", StringComparison.Ordinal) ? action[..^"Batch".Length] : action,
            [account.QueueArn(body?["QueueName"]?.ToString() ?? LastPart(body?["QueueUrl"]?.ToString() ?? string.Empty))]),
        var action => (action, ["*"]),
    };

    private static async Task<string> FormActionAsync(HttpRequest request)
        => QueryHelpers.ParseQuery(await TextAsync(request)).TryGetValue("Action", out var action)
            ? action.ToString()
            : "an action in no form";

    private static async Task<JsonNode?> BodyAsync(HttpRequest request)
        => await TextAsync(request) is { Length: > 0 } text ? JsonNode.Parse(text) : null;

    // The endpoint reads it again.
    private static async Task<string> TextAsync(HttpRequest request)
    {
        request.EnableBuffering();
        using var reader = new StreamReader(request.Body, leaveOpen: true);
        var text = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        request.Body.Position = 0;
        return text;
    }

    private static string LastPart(string text, char separator = '/') => text[(text.LastIndexOf(separator) + 1)..];
}
