using System.Text.Json.Serialization;

namespace Jarpoint.Functions.Cluster.Wire;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(NodeListJson))]
[JsonSerializable(typeof(NodeJson))]
[JsonSerializable(typeof(StatusJson))]
[JsonSerializable(typeof(DescribeClusterJson))]
internal sealed partial class KubernetesJson : JsonSerializerContext;
