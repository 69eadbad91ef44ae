using System.Text.Json.Nodes;

namespace Jarpoint.Cdk.Tests.Synthesis;

/// <summary>The objects that the custom resource of a stack carries.</summary>
internal static class AppliedManifests
{
    /// <summary>As CloudFormation hands them to the function, but for references, which read <c>Ref:NAME</c>.</summary>
    public static IReadOnlyList<JsonObject> Of(StackTemplate stack) =>
        [.. JsonNode.Parse(Text(stack))!.AsArray().Select(one => one!.AsObject())];

    public static string Text(StackTemplate stack) => Joined(
        stack.OfType("Custom::JarpointManifests").ShouldHaveSingleItem().Resource["Properties"]!["Manifests"]!);

    public static JsonObject Single(StackTemplate stack, string kind, string name) => Of(stack).Single(
        one => (string?)one["kind"] == kind && (string?)one["metadata"]!["name"] == name);

    private static string Joined(JsonNode node) => node switch
    {
        JsonValue text => (string)text!,
        JsonObject map when map["Fn::Join"] is JsonArray join => string.Concat(join[1]!.AsArray().Select(part => Joined(part!))),
        JsonObject map when map["Ref"] is { } name => $"Ref:{name}",
        JsonObject map when map["Fn::ImportValue"] is not null => "Ref:import",
        JsonObject map when map["Fn::Sub"] is { } text => (string)text!,
        _ => throw new InvalidOperationException(node.ToJsonString(null)),
    };
}
