using System.Text.Json.Nodes;

namespace Jarpoint.Template.Sam;

/// <summary>
/// Lays a function's own properties over the global ones: maps are merged, lists appended, all else replaced. A map that
/// is an intrinsic function counts as a value.
/// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html
/// </summary>
internal static class SamGlobals
{
    /// <exception cref="TemplateException">Globals hold more than functions' properties, or one is wrong.</exception>
    public static JsonObject Read(JsonObject template)
    {
        if (template["Globals"] is not { } globals)
        {
            return [];
        }

        if (globals is not JsonObject sections || sections.Any(section => section.Key != "Function"))
        {
            throw new TemplateException("Globals", "only Function is used here");
        }

        var properties = sections["Function"] as JsonObject ?? [];
        foreach (var (name, _) in properties)
        {
            SamFunctionProperties.Check(name, "Globals.Function", global: true);
        }

        return properties;
    }

    public static JsonNode? Merge(JsonNode? global, JsonNode? own)
    {
        switch (global, own)
        {
            case (JsonObject above, JsonObject below) when !IsIntrinsic(above) && !IsIntrinsic(below):
                var map = (JsonObject)above.DeepClone();
                foreach (var (name, value) in below)
                {
                    map[name] = above.ContainsKey(name) ? Merge(above[name], value) : value?.DeepClone();
                }

                return map;
            case (JsonArray above, JsonArray below):
                return new JsonArray([.. above.Concat(below).Select(static item => item?.DeepClone())]);
            default:
                return own?.DeepClone();
        }
    }

    private static bool IsIntrinsic(JsonObject map)
        => map.Any(static each => each.Key is "Ref" || each.Key.StartsWith("Fn::", StringComparison.Ordinal));
}
