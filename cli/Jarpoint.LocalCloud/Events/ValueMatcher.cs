using System.Text.Json;

namespace Jarpoint.LocalCloud.Events;

/// <summary>One alternative for the value of a field. A field that is missing is null.</summary>
internal static class ValueMatcher
{
    public static Predicate<JsonElement?> Parse(JsonElement pattern, string field)
        => pattern.ValueKind switch
        {
            JsonValueKind.Object => OfOperator(pattern, field),
            JsonValueKind.Array => throw Refused(field, "an array in an array"),
            _ => Exactly(pattern.Clone()),
        };

    private static Predicate<JsonElement?> OfOperator(JsonElement pattern, string field)
    {
        if (pattern.EnumerateObject().ToArray() is not [var only])
        {
            throw Refused(field, "a matcher of other than one operator");
        }

        return (only.Name, only.Value.ValueKind) switch
        {
            ("prefix", JsonValueKind.String)
                => Text(only.Value, static (text, fix) => text.StartsWith(fix, StringComparison.Ordinal)),
            ("suffix", JsonValueKind.String)
                => Text(only.Value, static (text, fix) => text.EndsWith(fix, StringComparison.Ordinal)),
            ("equals-ignore-case", JsonValueKind.String) => Text(
                only.Value, static (text, other) => string.Equals(text, other, StringComparison.OrdinalIgnoreCase)),
            ("exists", JsonValueKind.True) => static value => value is { ValueKind: not JsonValueKind.Object },
            ("exists", JsonValueKind.False) => static value => value is null,
            ("anything-but", var kind) => AnythingBut(only.Value, kind, field),
            ("numeric", JsonValueKind.Array) => NumericMatcher.Parse(only.Value, field),
            _ => throw Refused(field, $"the operator {only.Name} with {only.Value.GetRawText()}"),
        };
    }

    // A number matches a number that is written alike: 300 is not 3e2.
    private static Predicate<JsonElement?> Exactly(JsonElement wanted)
        => value => value is { } found
            && found.ValueKind == wanted.ValueKind
            && (wanted.ValueKind == JsonValueKind.String
                ? found.ValueEquals(wanted.GetString())
                : found.GetRawText() == wanted.GetRawText());

    private static Predicate<JsonElement?> Text(JsonElement wanted, Func<string, string, bool> matches)
    {
        var text = wanted.GetString()!;
        return value => value is { ValueKind: JsonValueKind.String } found && matches(found.GetString()!, text);
    }

    private static Predicate<JsonElement?> AnythingBut(JsonElement excluded, JsonValueKind kind, string field)
    {
        var each = kind switch
        {
            JsonValueKind.Array when excluded.GetArrayLength() > 0 => [.. excluded.EnumerateArray()],
            JsonValueKind.String or JsonValueKind.Number => [excluded],
            JsonValueKind.Object => (JsonElement[])[excluded],
            _ => throw Refused(field, $"anything-but {excluded.GetRawText()}"),
        };
        if (Array.Exists(each, static item => item.ValueKind is JsonValueKind.Array))
        {
            throw Refused(field, $"anything-but {excluded.GetRawText()}");
        }

        var matchers = each.Select(item => Parse(item, field)).ToArray();
        return value => value is not null && !Array.Exists(matchers, matcher => matcher(value));
    }

    private static EventPatternException Refused(string field, string what)
        => new($"In {field}: {what} is wrong or not emulated by Jarpoint's laptop cloud.");
}
