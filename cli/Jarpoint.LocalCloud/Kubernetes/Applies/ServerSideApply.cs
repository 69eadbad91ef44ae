using System.Text.Json.Nodes;
using Jarpoint.LocalCloud.Kubernetes.Patches;

namespace Jarpoint.LocalCloud.Kubernetes.Applies;

/// <summary>
/// Server-side apply: an object becomes what its appliers say, each about the fields of their own. Which fields other
/// writes set is not recorded, so only appliers conflict with each other; lists without a merge key are one field.
/// </summary>
/// <param name="manager">Who applies.</param>
/// <param name="force">Takes fields over instead of conflicting.</param>
/// <param name="now">As the API writes it.</param>
internal sealed class ServerSideApply(string manager, bool force, string now)
{
    private const string Operation = "Apply";

    /// <param name="kind">Kind of the object.</param>
    /// <param name="live">The object as it is, or one without fields.</param>
    /// <param name="applied">What the manager wants.</param>
    /// <exception cref="StatusException">409: another applier says otherwise.</exception>
    public JsonObject Merge(ResourceKind kind, JsonObject live, JsonObject applied)
    {
        var entries = live.List("metadata", "managedFields") ?? [];
        var own = entries.FirstOrDefault(entry => IsOf(entry, manager));
        var others = entries.Where(entry => IsApplied(entry) && entry != own).OfType<JsonObject>()
            .Select(static entry => (Entry: entry, Fields: FieldSet.Read(entry.Object("fieldsV1")))).ToArray();
        var (before, now) = (FieldSet.Read(own.Object("fieldsV1")), FieldSet.Of(applied));
        TakeOver(kind, live, applied, now, others);

        var merged = (JsonObject)live.DeepClone();
        MergeFields(merged, applied, "");
        foreach (var path in before.Paths.Where(path => !now.Contains(path) && !IsHeld(path, others)))
        {
            FieldAccess.Remove(merged, path);
        }

        merged.Ensure("metadata")["managedFields"] = new JsonArray(
        [
            .. others.Where(static other => !other.Fields.IsEmpty).Select(static other => Rewritten(other.Entry, other.Fields)),
            .. entries.Where(static entry => !IsApplied(entry)).Select(static entry => entry?.DeepClone()),
            Entry(own, applied.Text("apiVersion"), now),
        ]);
        return merged;
    }

    private static bool IsApplied(JsonNode? entry) => entry.Text("operation") == Operation;

    private static bool IsOf(JsonNode? entry, string manager) => IsApplied(entry) && entry.Text("manager") == manager;

    // An item of a list stays as long as somebody else says something of it.
    private static bool IsHeld(string[] path, IEnumerable<(JsonObject Entry, FieldSet Fields)> others)
        => others.Any(other => other.Fields.Touches(path[^1] == FieldSet.Item ? path[..^1] : path));

    private static JsonObject Rewritten(JsonObject entry, FieldSet fields)
    {
        var rewritten = (JsonObject)entry.DeepClone();
        rewritten["fieldsV1"] = fields.Write();
        return rewritten;
    }

    private static void MergeFields(JsonObject target, JsonObject applied, string schema)
    {
        foreach (var (name, value) in applied)
        {
            var at = $"{schema}/{name}";
            switch (value)
            {
                case JsonObject { Count: > 0 } child:
                    MergeFields(target.Ensure(name), child, at);
                    break;
                case JsonArray list when MergeKeys.Of(at) is { } key:
                    MergeItems(target, name, list, key, at);
                    break;
                default:
                    target[name] = value?.DeepClone();
                    break;
            }
        }
    }

    private static void MergeItems(JsonObject target, string name, JsonArray applied, string key, string schema)
    {
        if (target[name] is not JsonArray list)
        {
            target[name] = list = [];
        }

        foreach (var item in applied)
        {
            var same = list.FirstOrDefault(existing => key.Length == 0
                ? JsonNode.DeepEquals(existing, item)
                : JsonNode.DeepEquals(existing.At(key), item.At(key)));
            if (same is null)
            {
                list.Add(item?.DeepClone());
            }
            else if (same is JsonObject fields && item is JsonObject wanted)
            {
                MergeFields(fields, wanted, schema);
            }
        }
    }

    private void TakeOver(
        ResourceKind kind,
        JsonObject live,
        JsonObject applied,
        FieldSet wanted,
        IEnumerable<(JsonObject Entry, FieldSet Fields)> others)
    {
        var conflicts = (
            from other in others
            from path in wanted.Paths
            where other.Fields.Contains(path)
                && !JsonNode.DeepEquals(FieldAccess.Get(live, path), FieldAccess.Get(applied, path))
            select (other.Fields, Path: path, Manager: other.Entry.Text("manager") ?? "")).ToArray();
        if (conflicts.Length > 0 && !force)
        {
            throw Statuses.ApplyConflict(
                kind, live.Text("metadata", "name") ?? "", conflicts.Select(static one => (one.Manager, FieldOf(one.Path))));
        }

        foreach (var (fields, path, _) in conflicts)
        {
            fields.Remove(path);
        }
    }

    private static string FieldOf(string[] path)
        => string.Concat(path.Where(static token => token != FieldSet.Item)
            .Select(static token => token[0] == 'f' ? "." + token[2..] : $"[{token[2..].Trim('{', '}')}]"));

    // Applying the same again changes nothing, its time neither.
    private JsonObject Entry(JsonNode? old, string? apiVersion, FieldSet fields)
    {
        var tree = fields.Write();
        return old is JsonObject entry && JsonNode.DeepEquals(entry["fieldsV1"], tree)
            ? (JsonObject)entry.DeepClone()
            : new JsonObject
            {
                ["manager"] = manager,
                ["operation"] = Operation,
                ["apiVersion"] = apiVersion,
                ["time"] = now,
                ["fieldsType"] = "FieldsV1",
                ["fieldsV1"] = tree,
            };
    }
}
