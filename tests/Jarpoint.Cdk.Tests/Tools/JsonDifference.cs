using System.Text.Json.Nodes;

namespace Jarpoint.Cdk.Tests.Tools;

/// <summary>Where two trees of JSON are not the same, as JSON Pointers.</summary>
internal static class JsonDifference
{
    public static IEnumerable<string> Between(JsonNode? one, JsonNode? other, string path = "")
    {
        switch (one, other)
        {
            case (JsonObject a, JsonObject b):
                return a.Select(member => member.Key).Union(b.Select(member => member.Key)).SelectMany(
                    key => a.ContainsKey(key) && b.ContainsKey(key)
                        ? Between(a[key], b[key], $"{path}/{key.Replace("/", "~1", StringComparison.Ordinal)}")
                        : [$"{path}/{key.Replace("/", "~1", StringComparison.Ordinal)}"]);
            case (JsonArray a, JsonArray b) when a.Count == b.Count:
                return a.Zip(b).SelectMany((pair, index) => Between(pair.First, pair.Second, $"{path}/{index}"));
            default:
                return JsonNode.DeepEquals(one, other) ? [] : [path];
        }
    }
}
