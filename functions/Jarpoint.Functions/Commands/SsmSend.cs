using Amazon.SimpleSystemsManagement.Model;
using Jarpoint.Nodes.Commands;
using Jarpoint.Nodes.Instances;

namespace Jarpoint.Functions.Commands;

/// <summary>Builds the request that sends a command.</summary>
internal static class SsmSend
{
    private const int LongestComment = 100;
    private const int ShortestDelivery = 30;
    private const int LongestDelivery = 2_592_000;

    public static SendCommandRequest Request(NodeCommand command, CommandTarget target)
    {
        var request = new SendCommandRequest
        {
            DocumentName = command.Document,
            Parameters = command.Parameters.ToDictionary(
                parameter => parameter.Key, parameter => new List<string> { parameter.Value }),
            TimeoutSeconds = (int)Math.Clamp(
                Math.Ceiling(command.DeliveryTimeout.TotalSeconds), ShortestDelivery, LongestDelivery),
            Comment = command.Comment is { Length: > LongestComment } longer
                ? longer[..LongestComment]
                : command.Comment,
            MaxConcurrency = "100%",
            // The default of 0 keeps the command from every node after the first one that fails.
            MaxErrors = "100%",
        };
        switch (target)
        {
            case CommandTarget.Listed(var ids):
                request.InstanceIds = [.. ids.Distinct().Select(id => id.ToString())];
                ArgumentOutOfRangeException.ThrowIfZero(request.InstanceIds.Count, nameof(target));
                ArgumentOutOfRangeException.ThrowIfGreaterThan(
                    request.InstanceIds.Count, CommandTarget.MostInstances, nameof(target));
                break;
            case CommandTarget.Fleet(var cluster):
                ArgumentException.ThrowIfNullOrEmpty(cluster, nameof(target));
                request.Targets =
                [
                    Target($"tag:{InstanceTags.Cluster}", cluster), Target("tag-key", InstanceTags.NodePool),
                ];
                break;
            default:
                throw new ArgumentException($"{target} is no target Systems Manager knows", nameof(target));
        }

        return request;
    }

    private static Target Target(string key, string value) => new() { Key = key, Values = [value] };
}
