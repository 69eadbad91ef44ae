using System.Text.Json;

namespace Jarpoint.Functions.Events.CloudFormation;

/// <summary>
/// Reads a request as long as there is somewhere to answer: what else is wrong with it CloudFormation has to be told.
/// </summary>
internal static class ResourceRequestReader
{
    public const string ResponseUrl = "ResponseURL";

    // The signature in it is of the address as it stands.
    private static readonly UriCreationOptions AsItStands = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public static Trigger Read(JsonElement root)
        => Uri.TryCreate(JsonText.Of(root, ResponseUrl), AsItStands, out var address) && IsSafe(address)
            ? new Trigger.Requested(new ResourceRequest
            {
                ResponseUrl = address,
                RequestType = JsonText.Of(root, "RequestType") ?? string.Empty,
                StackId = JsonText.Of(root, "StackId") ?? string.Empty,
                RequestId = JsonText.Of(root, "RequestId") ?? string.Empty,
                LogicalResourceId = JsonText.Of(root, "LogicalResourceId") ?? string.Empty,
                PhysicalResourceId = JsonText.Of(root, "PhysicalResourceId"),
                Properties = Member(root, "ResourceProperties"),
                OldProperties = Member(root, "OldResourceProperties"),
            })
            : new Trigger.Malformed($"{ResponseUrl} is no address of https");

    // Anybody on the way could read a plain answer, and what it says of the cluster.
    private static bool IsSafe(Uri address)
        => address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);

    private static JsonElement Member(JsonElement root, string name)
        => root.TryGetProperty(name, out var value) ? value.Clone() : default;
}
