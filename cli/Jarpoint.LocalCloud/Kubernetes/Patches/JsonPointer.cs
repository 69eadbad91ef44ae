using System.Globalization;
using System.Text.Json.Nodes;

namespace Jarpoint.LocalCloud.Kubernetes.Patches;

/// <summary>Where a JSON Patch works: RFC 6901.</summary>
internal sealed class JsonPointer
{
    private readonly string[] tokens;

    private JsonPointer(string[] tokens) => this.tokens = tokens;

    public static JsonPointer Parse(string text)
        => text.Length == 0 || text[0] != '/'
            ? throw new JsonPatchException($"the path '{text}' does not begin with a slash")
            : new JsonPointer([.. text[1..].Split('/').Select(static token =>
                token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))]);

    /// <exception cref="JsonPatchException">There is nothing at the path.</exception>
    public JsonNode? Get(JsonNode root)
        => Parent(root) switch
        {
            JsonObject parent when parent.TryGetPropertyValue(tokens[^1], out var value) => value,
            JsonArray list when Index(list.Count) is { } index && index < list.Count => list[index],
            _ => throw Missing(),
        };

    public void Add(JsonNode root, JsonNode? value)
    {
        switch (Parent(root))
        {
            case JsonObject parent:
                parent[tokens[^1]] = value;
                break;
            case JsonArray list when tokens[^1] == "-":
                list.Add(value);
                break;
            case JsonArray list when Index(list.Count) is { } index:
                list.Insert(index, value);
                break;
            default:
                throw Missing();
        }
    }

    public void Replace(JsonNode root, JsonNode? value)
    {
        _ = Get(root);
        switch (Parent(root))
        {
            case JsonObject parent:
                parent[tokens[^1]] = value;
                break;
            case JsonArray list:
                list[Index(list.Count)!.Value] = value;
                break;
        }
    }

    public void Remove(JsonNode root)
    {
        _ = Get(root);
        switch (Parent(root))
        {
            case JsonObject parent:
                parent.Remove(tokens[^1]);
                break;
            case JsonArray list:
                list.RemoveAt(Index(list.Count)!.Value);
                break;
        }
    }

    private JsonNode? Parent(JsonNode root)
    {
        var node = (JsonNode?)root;
        foreach (var token in tokens.AsSpan(..^1))
        {
            node = node switch
            {
                JsonObject parent => parent[token],
                JsonArray list when ParseIndex(token, list.Count) is { } index && index < list.Count => list[index],
                _ => throw Missing(),
            };
        }

        return node;
    }

    private int? Index(int count) => ParseIndex(tokens[^1], count);

    // An index may be one past the end, to add there.
    private static int? ParseIndex(string token, int count)
        => int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index <= count
            ? index
            : null;

    private JsonPatchException Missing() => new($"there is nothing at /{string.Join('/', tokens)}");
}
