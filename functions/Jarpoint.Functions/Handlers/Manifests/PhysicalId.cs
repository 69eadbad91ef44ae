using Jarpoint.Functions.Events;
using Jarpoint.Functions.Events.CloudFormation;

namespace Jarpoint.Functions.Handlers.Manifests;

/// <summary>
/// Names the resource by its cluster: objects are changed in place, and moving to another cluster is a replacement, after
/// which CloudFormation asks for the deletion in the old one.
/// </summary>
internal static class PhysicalId
{
    public static string Of(ResourceRequest request)
        // A deletion keeps the name, even one that CloudFormation invented because a creation never answered.
        => request is { RequestType: "Delete", PhysicalResourceId: { Length: > 0 } given } ? given
            : ManifestReader.Read(request.Properties) is ManifestReading.Readable({ Cluster: var cluster })
                ? $"{cluster}/{request.LogicalResourceId}"
                : request.PhysicalResourceId is { Length: > 0 } old ? old
                : $"nowhere/{request.LogicalResourceId}";
}
