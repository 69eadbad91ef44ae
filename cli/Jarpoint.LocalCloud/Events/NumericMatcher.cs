using System.Text.Json;

namespace Jarpoint.LocalCloud.Events;

/// <summary><c>"numeric": ["&gt;", 0, "&lt;=", 5]</c>: every comparison holds.</summary>
internal static class NumericMatcher
{
    public static Predicate<JsonElement?> Parse(JsonElement operands, string field)
    {
        var parts = operands.EnumerateArray().ToArray();
        if (parts.Length is not (2 or 4))
        {
            throw new EventPatternException($"In {field}: numeric needs one or two comparisons.");
        }

        var comparisons = parts.Chunk(2).Select(pair => Comparison(pair[0], pair[1], field)).ToArray();
        return value => value is { ValueKind: JsonValueKind.Number } found
            && Array.TrueForAll(comparisons, holds => holds(found.GetDouble()));
    }

    private static Predicate<double> Comparison(JsonElement sign, JsonElement operand, string field)
    {
        if (sign.ValueKind != JsonValueKind.String || operand.ValueKind != JsonValueKind.Number)
        {
            throw new EventPatternException($"In {field}: numeric compares by a sign and a number.");
        }

        var number = operand.GetDouble();
        return sign.GetString() switch
        {
            "=" => value => value.Equals(number),
            "<" => value => value < number,
            "<=" => value => value <= number,
            ">" => value => value > number,
            ">=" => value => value >= number,
            var other => throw new EventPatternException($"In {field}: numeric does not know '{other}'."),
        };
    }
}
