using System.Text.Json.Nodes;

namespace Jarpoint.Template.Resolving;

/// <summary>The section of conditions, evaluated.</summary>
internal sealed class TemplateConditions(JsonObject written)
{
    private readonly Dictionary<string, bool> values = new(StringComparer.Ordinal);
    private readonly HashSet<string> underway = new(StringComparer.Ordinal);

    public void Evaluate(TemplateScope scope)
    {
        foreach (var (name, _) in written)
        {
            Value(name, scope, "Conditions");
        }
    }

    /// <param name="name">The attribute <c>Condition</c>; null for none.</param>
    public bool Holds(JsonNode? name) => name is null || Holds(name.GetValue<string>(), "Condition");

    /// <exception cref="TemplateException">There is no such condition.</exception>
    public bool Holds(string name, string place)
        => values.TryGetValue(name, out var value) ? value : throw Unknown(name, place);

    private static TemplateException Unknown(string name, string place) => new(place, $"there is no condition {name}");

    private bool Value(string name, TemplateScope scope, string place)
    {
        if (values.TryGetValue(name, out var known))
        {
            return known;
        }

        var condition = written[name] ?? throw Unknown(name, place);
        if (!underway.Add(name))
        {
            throw new TemplateException($"Conditions.{name}", "it depends on itself");
        }

        return values[name] = Test(condition, scope, $"Conditions.{name}");
    }

    private bool Test(JsonNode node, TemplateScope scope, string place)
    {
        if (node is not JsonObject { Count: 1 } function)
        {
            throw new TemplateException(place, "a condition is one function");
        }

        var (name, argument) = function.First();
        return name switch
        {
            "Condition" => Value(argument!.GetValue<string>(), scope, place),
            "Fn::Equals" => argument is JsonArray { Count: 2 } pair
                ? Text(pair[0]) == Text(pair[1])
                : throw new TemplateException(place, "Fn::Equals takes two values"),
            "Fn::Not" => !Tests(argument, 1, 1).Single(),
            "Fn::And" => Tests(argument, 2, 10).All(static each => each),
            "Fn::Or" => Tests(argument, 2, 10).Any(static each => each),
            _ => throw new TemplateException(place, $"{name} is no condition that is known here"),
        };

        string? Text(JsonNode? value) => Intrinsics.Resolve(value, scope, place)?.ToString();

        // All of them, so that a mistake in the last one is seen whatever the first one says.
        bool[] Tests(JsonNode? list, int least, int most)
            => list is JsonArray tests && tests.Count >= least && tests.Count <= most
                ? [.. tests.Select(each => Test(each!, scope, place))]
                : throw new TemplateException(place, $"{name} takes {least} to {most} conditions");
    }
}
