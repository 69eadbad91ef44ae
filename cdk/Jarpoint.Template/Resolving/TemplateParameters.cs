using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Jarpoint.Template.Resolving;

/// <summary>Values of parameters, checked as CloudFormation checks them.</summary>
internal static class TemplateParameters
{
    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal)
    {
        "AllowedPattern", "AllowedValues", "ConstraintDescription", "Default", "Description", "MaxLength", "MaxValue",
        "MinLength", "MinValue", "NoEcho", "Type",
    };

    public static IReadOnlyDictionary<string, string> Read(JsonObject declared, StackDeployment deployment)
    {
        if (deployment.Parameters.Keys.FirstOrDefault(name => !declared.ContainsKey(name)) is { } stranger)
        {
            throw new TemplateException($"Parameters.{stranger}", "the template has no such parameter");
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, node) in declared)
        {
            var parameter = node!.AsObject();
            var place = $"Parameters.{name}";
            if (parameter.FirstOrDefault(each => !Attributes.Contains(each.Key)).Key is { } attribute)
            {
                throw new TemplateException($"{place}.{attribute}", "a parameter has no such attribute");
            }

            var value = deployment.Parameters.GetValueOrDefault(name) ?? parameter["Default"]?.ToString()
                ?? throw new TemplateException(place, "it has no value and no default");
            if (Fault(parameter, value) is { } fault)
            {
                throw new TemplateException(
                    place, $"'{value}' {fault}: it {parameter["ConstraintDescription"]?.ToString() ?? "is not allowed"}");
            }

            values[name] = value;
        }

        return values;
    }

    private static string? Fault(JsonObject parameter, string value) => parameter["Type"]?.ToString() switch
    {
        "String" => TextFault(parameter, value),
        "Number" => NumberFault(parameter, value),
        var type => $"is of the type {type}, which is not known here",
    };

    private static string? TextFault(JsonObject parameter, string value)
    {
        if (parameter["AllowedPattern"]?.ToString() is { } pattern
            && !Regex.IsMatch(value, @"\A(?:" + pattern + @")\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)))
        {
            return "does not match";
        }

        return value.Length > (Number(parameter, "MaxLength") ?? long.MaxValue) ? "is too long"
            : value.Length < (Number(parameter, "MinLength") ?? 0) ? "is too short"
            : ChoiceFault(parameter, value);
    }

    private static string? NumberFault(JsonObject parameter, string value)
        => !decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? "is no number"
            : number < (Number(parameter, "MinValue") ?? decimal.MinValue) ? "is too small"
            : number > (Number(parameter, "MaxValue") ?? decimal.MaxValue) ? "is too large"
            : ChoiceFault(parameter, value);

    private static string? ChoiceFault(JsonObject parameter, string value)
        => parameter["AllowedValues"] is JsonArray choices && !choices.Any(choice => choice?.ToString() == value)
            ? "is none of the allowed values"
            : null;

    private static decimal? Number(JsonObject parameter, string name)
        => parameter[name] is { } node ? decimal.Parse(node.ToString(), CultureInfo.InvariantCulture) : null;
}
