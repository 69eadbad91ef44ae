using System.Text.Json.Serialization;

namespace Jarpoint.Functions.Cluster.Wire;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(NodeListJson))]
[JsonSerializable(typeof(NodeJson))]
[JsonSerializable(typeof(StatusJson))]
[JsonSerializable(typeof(DescribeClusterJson))]
[JsonSerializable(typeof(ApiResourceListJson))]
[JsonSerializable(typeof(LiveObjectJson))]
[JsonSerializable(typeof(DeleteOptionsJson))]
internal sealed partial class KubernetesJson : JsonSerializerContext;
