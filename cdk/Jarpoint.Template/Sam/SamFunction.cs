using System.Text.Json.Nodes;

namespace Jarpoint.Template.Sam;

/// <summary>One AWS::Serverless::Function.</summary>
/// <param name="id">Its logical id.</param>
/// <param name="resource">As it is written.</param>
/// <param name="globals">Properties of all functions.</param>
internal sealed class SamFunction(string id, JsonObject resource, JsonObject globals)
{
    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal)
    {
        "Condition", "DeletionPolicy", "DependsOn", "Metadata", "Properties", "Type", "UpdateReplacePolicy",
    };

    private readonly string place = $"Resources.{id}";

    public JsonObject Expand(FunctionCode code)
    {
        if (resource.FirstOrDefault(each => !Attributes.Contains(each.Key)).Key is { } stranger)
        {
            throw new TemplateException($"{place}.{stranger}", "a resource has no such attribute");
        }

        var expanded = new JsonObject();
        foreach (var (name, value) in resource)
        {
            expanded[name] = name switch
            {
                "Type" => "AWS::Lambda::Function",
                "Properties" => Properties(value as JsonObject ?? [], code),
                _ => value?.DeepClone(),
            };
        }

        return expanded;
    }

    private JsonObject Properties(JsonObject own, FunctionCode code)
    {
        foreach (var (name, _) in own)
        {
            SamFunctionProperties.Check(name, $"{place}.Properties", global: false);
        }

        var merged = (JsonObject)SamGlobals.Merge(globals, own)!;
        foreach (var needed in (string[])["CodeUri", "Handler", "Role", "Runtime"])
        {
            // SAM makes a role of its own where there is none; then nobody here would say what it may do.
            if (!merged.ContainsKey(needed))
            {
                throw new TemplateException($"{place}.Properties.{needed}", "every function says it");
            }
        }

        var expanded = new JsonObject();
        foreach (var (name, value) in merged)
        {
            if (SamFunctionProperties.PassedOn.Contains(name))
            {
                expanded[name] = value?.DeepClone();
            }
        }

        expanded["Code"] = new JsonObject { ["S3Bucket"] = code.Bucket, ["S3Key"] = code.Key };
        expanded["Tags"] = Tags(merged["Tags"] as JsonObject);
        if (merged["Tracing"] is { } tracing)
        {
            expanded["TracingConfig"] = new JsonObject { ["Mode"] = tracing.DeepClone() };
        }

        return expanded;
    }

    // SAM marks what it made, and writes its map of tags as CloudFormation's list.
    private static JsonArray Tags(JsonObject? tags)
        => new([
            Tag("lambda:createdBy", "SAM"),
            .. (tags ?? []).Select(static tag => Tag(tag.Key, tag.Value?.DeepClone())),
        ]);

    private static JsonObject Tag(string key, JsonNode? value) => new() { ["Key"] = key, ["Value"] = value };
}
