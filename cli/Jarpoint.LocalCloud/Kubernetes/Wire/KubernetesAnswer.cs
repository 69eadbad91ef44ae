using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Jarpoint.LocalCloud.Kubernetes.Wire;

/// <summary>Sends answers.</summary>
internal static class KubernetesAnswer
{
    public static Task JsonAsync(HttpContext context, int status, JsonNode body)
        => BytesAsync(context, status, body.ToBytes());

    public static Task BytesAsync(HttpContext context, int status, ReadOnlyMemory<byte> body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
