using System.Text.Json.Nodes;

namespace Jarpoint.LocalCloud.Kubernetes.Patches;

/// <summary>
/// A merge patch that knows which lists merge by a key; taints, like most lists, are replaced whole.
/// https://github.com/kubernetes/community/blob/master/contributors/devel/sig-api-machinery/strategic-merge-patch.md
/// </summary>
internal static class StrategicMergePatch
{
    private const string Directive = "$patch";
    private const string Order = "$setElementOrder/";
    private const string Deletion = "$deleteFromPrimitiveList/";

    public static void Apply(JsonObject target, JsonObject patch) => Apply(target, patch, "");

    private static void Apply(JsonObject target, JsonObject patch, string path)
    {
        switch (patch.Text(Directive))
        {
            case "replace":
                target.Clear();
                break;
            case "delete":
                target.Clear();
                return;
            case null or "merge":
                break;
            case var other:
                throw Statuses.BadRequest($"unknown {Directive} directive '{other}'");
        }

        foreach (var (name, value) in patch)
        {
            if (name.StartsWith('$'))
            {
                ApplyDirective(target, name, value, path);
            }
            else
            {
                ApplyField(target, name, value, path);
            }
        }
    }

    private static void ApplyField(JsonObject target, string name, JsonNode? value, string path)
    {
        var inner = $"{path}/{name}";
        switch (value)
        {
            case null:
                target.Remove(name);
                break;
            case JsonObject child:
                Apply(target.Ensure(name), child, inner);
                break;
            case JsonArray list when MergeKeys.Of(inner) is { } key:
                Merge(ListOf(target, name), list, key, inner);
                break;
            default:
                target[name] = value.DeepClone();
                break;
        }
    }

    // The order of what is left over does not matter to a reader that goes by keys.
    private static void ApplyDirective(JsonObject target, string name, JsonNode? value, string path)
    {
        if (name.StartsWith(Deletion, StringComparison.Ordinal)
            && MergeKeys.Of($"{path}/{name[Deletion.Length..]}") is not null)
        {
            var gone = value.Texts();
            target.List(name[Deletion.Length..])?.RemoveWhere(item => item.Text() is { } text && gone.Contains(text));
        }
        else if (name != Directive && !name.StartsWith(Order, StringComparison.Ordinal))
        {
            throw Statuses.NotEmulated($"the directive {name} in a strategic merge patch");
        }
    }

    private static void Merge(JsonArray target, JsonArray patch, string key, string path)
    {
        if (key.Length > 0 && patch.Any(static item => item.Text(Directive) == "replace"))
        {
            target.Clear();
        }

        foreach (var item in patch)
        {
            if (key.Length == 0)
            {
                MergePlain(target, item);
            }
            else if (item.Text(Directive) != "replace")
            {
                MergeKeyed(target, item, key, path);
            }
        }
    }

    private static void MergePlain(JsonArray target, JsonNode? item)
    {
        if (!target.Any(existing => JsonNode.DeepEquals(existing, item)))
        {
            target.Add(item?.DeepClone());
        }
    }

    private static void MergeKeyed(JsonArray target, JsonNode? item, string key, string path)
    {
        if (item is not JsonObject patch || patch[key]?.ToString() is not { } id)
        {
            throw Statuses.BadRequest($"map: {item?.ToJsonString()} does not contain declared merge key: {key}");
        }

        if (patch.Text(Directive) == "delete")
        {
            target.RemoveWhere(existing => existing.At(key)?.ToString() == id);
        }
        else if (target.FirstOrDefault(existing => existing.At(key)?.ToString() == id) is JsonObject existing)
        {
            Apply(existing, patch, path);
        }
        else
        {
            target.Add((JsonNode)patch.DeepClone());
        }
    }

    private static JsonArray ListOf(JsonObject target, string name)
    {
        if (target[name] is not JsonArray list)
        {
            target[name] = list = [];
        }

        return list;
    }
}
