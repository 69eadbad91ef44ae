using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Jarpoint.LocalCloud.Kubernetes.Wire;

/// <summary>Reads JSON of requests.</summary>
internal static class ObjectBody
{
    private const int MostBytes = 3 << 20;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    /// <returns>Null for an empty body.</returns>
    /// <exception cref="StatusException">400 or 413.</exception>
    public static async Task<JsonNode?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MostBytes)
        {
            throw new StatusException(
                413, "RequestEntityTooLarge", $"Request entity is too large: limit is {MostBytes}");
        }

        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, cancellationToken);
        if (buffer.Length == 0)
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(buffer.GetBuffer().AsSpan(0, (int)buffer.Length), documentOptions: Strict);
        }
        catch (JsonException error)
        {
            throw Statuses.BadRequest($"the object provided is unrecognized: {error.Message}");
        }
    }

    /// <summary>The object of a request.</summary>
    public static async Task<JsonObject> ReadObjectAsync(HttpRequest request, CancellationToken cancellationToken)
        => await ReadAsync(request, cancellationToken) as JsonObject
            ?? throw Statuses.BadRequest("the object provided is unrecognized: it is no JSON object");

    /// <summary>The media type without parameters.</summary>
    public static string MediaType(HttpRequest request)
        => (request.ContentType ?? "").Split(';')[0].Trim().ToLowerInvariant();
}
