using System.Text.Json;
using System.Text.Json.Nodes;

namespace Jarpoint.Cdk.Application;

/// <summary>JSON as CDK takes it over: dictionaries and arrays.</summary>
internal static class CdkJson
{
    public static object Convert(JsonNode node) => node switch
    {
        JsonObject map => map.ToDictionary(member => member.Key, member => Convert(member.Value!)),
        JsonArray list => list.Select(item => Convert(item!)).ToArray(),
        _ => node.GetValueKind() switch
        {
            JsonValueKind.String => (string)node!,
            JsonValueKind.Number => (double)node,
            JsonValueKind.True or JsonValueKind.False => (bool)node,
            var kind => throw new NotSupportedException($"{kind} at {node.GetPath()}"),
        },
    };
}
