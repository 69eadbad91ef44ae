using System.Text.Json;

namespace Jarpoint.LocalCloud.Events;

/// <summary>
/// An event pattern: fields are joined by and, the values of a field by or; what the pattern does not name does not
/// matter. Emulated: exact values, <c>prefix</c>, <c>suffix</c>, <c>equals-ignore-case</c>, <c>exists</c>,
/// <c>anything-but</c> and <c>numeric</c>; everything else is refused.
/// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
/// </summary>
public sealed class EventPattern
{
    private readonly Dictionary<string, EventPattern> children = new(StringComparer.Ordinal);
    private readonly List<Predicate<JsonElement?>> matchers = [];

    private EventPattern()
    {
    }

    /// <exception cref="EventPatternException">The pattern is wrong, or uses what is not emulated.</exception>
    public static EventPattern Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return OfObject(document.RootElement, "the pattern");
        }
        catch (JsonException error)
        {
            throw new EventPatternException($"The event pattern is not JSON: {error.Message}");
        }
    }

    /// <summary>True when an event, as EventBridge delivers it, matches.</summary>
    public bool Matches(JsonElement happened) => children.All(child => child.Value.MatchesField(happened, child.Key));

    private static EventPattern OfObject(JsonElement pattern, string where)
    {
        if (pattern.ValueKind != JsonValueKind.Object || !pattern.EnumerateObject().Any())
        {
            throw new EventPatternException($"In {where}: an object with at least one field is needed.");
        }

        var node = new EventPattern();
        foreach (var field in pattern.EnumerateObject())
        {
            if (field.Name.StartsWith('$'))
            {
                throw new EventPatternException($"In {where}: {field.Name} is not emulated.");
            }

            if (!node.children.TryAdd(field.Name, OfField(field.Value, field.Name)))
            {
                throw new EventPatternException($"In {where}: {field.Name} is there twice.");
            }
        }

        return node;
    }

    private static EventPattern OfField(JsonElement pattern, string name)
    {
        if (pattern.ValueKind != JsonValueKind.Array)
        {
            return OfObject(pattern, name);
        }

        var node = new EventPattern();
        node.matchers.AddRange(pattern.EnumerateArray().Select(each => ValueMatcher.Parse(each, name)));
        return node.matchers.Count > 0
            ? node
            : throw new EventPatternException($"In {name}: empty arrays are not allowed.");
    }

    // A field of an array of objects matches when that of one of the objects does.
    private bool MatchesField(JsonElement parent, string name)
    {
        if (parent.ValueKind == JsonValueKind.Array)
        {
            return parent.EnumerateArray().Any(item => MatchesField(item, name));
        }

        var value = parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var found)
            ? found
            : (JsonElement?)null;
        return matchers.Count > 0
            ? matchers.Exists(matcher => MatchesValue(matcher, value))
            : MatchesChildren(value);
    }

    // Fields of what is not there are not there either, which is what `exists: false` asks for.
    private bool MatchesChildren(JsonElement? value)
    {
        return value is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Any(Matches)
            : Matches(value ?? default);
    }

    private static bool MatchesValue(Predicate<JsonElement?> matcher, JsonElement? value)
        => value is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0
            ? list.EnumerateArray().Any(item => matcher(item))
            : matcher(value);
}
