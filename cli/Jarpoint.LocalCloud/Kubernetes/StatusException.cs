using System.Text.Json.Nodes;

namespace Jarpoint.LocalCloud.Kubernetes;

/// <summary>An answer of the API that is a Status of failure.</summary>
/// <param name="code">HTTP status.</param>
/// <param name="reason">What clients match on, such as <c>Conflict</c>.</param>
/// <param name="message">A sentence for a person.</param>
/// <param name="details">Which object, and what is wrong with it; null for an answer without.</param>
public sealed class StatusException(int code, string reason, string message, JsonObject? details = null)
    : Exception(message)
{
    public int Code => code;

    public string Reason => reason;

    public JsonObject ToStatus() => new()
    {
        ["kind"] = "Status",
        ["apiVersion"] = "v1",
        ["metadata"] = new JsonObject(),
        ["status"] = "Failure",
        ["message"] = Message,
        ["reason"] = reason,
        ["details"] = details?.DeepClone() ?? new JsonObject(),
        ["code"] = code,
    };
}
