using System.Text.Json.Nodes;
using Jarpoint.LocalCloud.Kubernetes.Patches;

namespace Jarpoint.LocalCloud.Kubernetes.Applies;

/// <summary>
/// Fields of an object that somebody applied, in the notation of managedFields: <c>f:spec</c>, <c>k:{"name":"a"}</c> for
/// an item of a keyed list, <c>v:"x"</c> for a plain one, a dot for the item itself.
/// https://kubernetes.io/docs/reference/using-api/server-side-apply/#field-management
/// </summary>
internal sealed class FieldSet
{
    public const string Item = ".";

    private const char Separator = '\n';

    private static readonly string[] Identity = ["/apiVersion", "/kind", "/status"];
    private static readonly string[] Managed =
        ["/metadata/name", "/metadata/namespace", "/metadata/uid", "/metadata/resourceVersion", "/metadata/creationTimestamp"];

    private readonly SortedSet<string> leaves = new(StringComparer.Ordinal);

    public bool IsEmpty => leaves.Count == 0;

    public IEnumerable<string[]> Paths => leaves.Select(static leaf => leaf.Split(Separator));

    /// <summary>The fields of what is applied, but for those that tell which object it is.</summary>
    public static FieldSet Of(JsonObject applied)
    {
        var set = new FieldSet();
        set.AddFields(applied, "", "");
        return set;
    }

    public static FieldSet Read(JsonObject? fieldsV1)
    {
        var set = new FieldSet();
        set.ReadTree(fieldsV1 ?? [], "");
        return set;
    }

    public JsonObject Write()
    {
        var root = new JsonObject();
        foreach (var path in Paths)
        {
            var node = root;
            foreach (var token in path)
            {
                node = node.Ensure(token);
            }
        }

        return root;
    }

    public bool Contains(string[] path) => leaves.Contains(string.Join(Separator, path));

    /// <summary>It has a field at the path or below.</summary>
    public bool Touches(string[] path)
    {
        var prefix = string.Join(Separator, path);
        return leaves.Any(leaf => leaf == prefix || leaf.StartsWith(prefix + Separator, StringComparison.Ordinal));
    }

    public void Remove(string[] path) => leaves.Remove(string.Join(Separator, path));

    private static string Join(string path, string token) => path.Length == 0 ? token : path + Separator + token;

    private void AddFields(JsonObject fields, string path, string schema)
    {
        foreach (var (name, value) in fields)
        {
            var (inner, at) = (Join(path, "f:" + name), $"{schema}/{name}");
            if (Identity.Contains(at) || Managed.Contains(at))
            {
                continue;
            }

            switch (value)
            {
                case JsonObject { Count: > 0 } child:
                    AddFields(child, inner, at);
                    break;
                case JsonArray list when MergeKeys.Of(at) is { } key:
                    AddItems(list, key, inner, at);
                    break;
                default:
                    leaves.Add(inner);
                    break;
            }
        }
    }

    private void AddItems(JsonArray list, string key, string path, string schema)
    {
        foreach (var item in list)
        {
            if (key.Length == 0)
            {
                leaves.Add(Join(path, "v:" + item?.ToJsonString()));
            }
            else if (item is JsonObject fields)
            {
                var token = Join(path, "k:" + new JsonObject { [key] = fields[key]?.DeepClone() }.ToJsonString());
                leaves.Add(Join(token, Item));
                AddFields(fields, token, schema);
            }
        }
    }

    private void ReadTree(JsonObject tree, string path)
    {
        foreach (var (token, child) in tree)
        {
            var inner = Join(path, token);
            if (child is JsonObject { Count: > 0 } deeper)
            {
                ReadTree(deeper, inner);
            }
            else
            {
                leaves.Add(inner);
            }
        }
    }
}
