using System.Text.Json.Nodes;
using Jarpoint.NodeDocument;
using Jarpoint.Template.Resolving;

namespace Jarpoint.Template.Tests;

/// <summary>The smallest deployment and the largest one.</summary>
internal static class Deployments
{
    /// <summary>Every condition of the template holds.</summary>
    public static IReadOnlyDictionary<string, string> EveryOption { get; } = new Dictionary<string, string>
    {
        ["Cluster"] = "spark",
        ["MountPlan"] = """{"pools":{"spark":[{"bucket":"b"}],"*":[]}}""",
        ["EventBus"] = "arn:aws:events:eu-central-1:123456789012:event-bus/jarpoint-EventBus",
        ["WriteOnce"] = "true",
        ["AlarmTopic"] = "arn:aws:sns:eu-central-1:123456789012:alarms",
        ["PermissionsBoundary"] = "arn:aws:iam::123456789012:policy/boundary",
        ["SubnetIds"] = "subnet-0a1b2c3d4e5f60718,subnet-0b2c3d4e5f6071829",
        ["SecurityGroupIds"] = "sg-0c3d4e5f60718293a",
        ["ClusterEndpoint"] = "https://abc.gr7.eu-central-1.eks.amazonaws.com",
        ["ClusterAuthority"] = "LS0t",
    };

    /// <summary>All defaults: the catalog alone.</summary>
    public static StackDeployment Least { get; } = new() { Region = "eu-central-1", Account = "123456789012" };

    public static StackDeployment Most { get; } = Least with
    {
        Parameters = EveryOption,
        Includes = new Dictionary<string, JsonNode>
        {
            ["artifacts/documents/mount.json"] = JsonNode.Parse(CommandDocument.Mount())!,
            ["artifacts/documents/care.json"] = JsonNode.Parse(CommandDocument.Care())!,
        },
    };
}
