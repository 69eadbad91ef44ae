using System.Text.Json;
using System.Text.RegularExpressions;

namespace Jarpoint.LocalCloud.Systems.Documents;

/// <summary>
/// Reads <c>parameters</c> of a document.
/// https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-syntax-data-elements-parameters.html
/// </summary>
internal static partial class ParameterReader
{
    public static IReadOnlyList<DocumentParameter> Read(JsonElement root)
    {
        if (!root.TryGetProperty("parameters", out var parameters))
            return [];

        JsonShape.RequireKind(parameters, "parameters", JsonValueKind.Object);
        return [.. parameters.EnumerateObject().Select(static member => Read(member.Name, member.Value))];
    }

    private static DocumentParameter Read(string name, JsonElement declared)
    {
        var where = $"Parameter {name}";
        if (!ParameterName().IsMatch(name))
            throw SsmErrors.InvalidContent($"{where} has a name with other characters than letters, digits and _.");

        JsonShape.RequireOnly(
            declared, where, "type", "description", "default", "allowedValues", "allowedPattern", "displayType",
            "minItems", "maxItems", "minChars", "maxChars", "interpolationType");
        if (JsonShape.OptionalText(declared, where, "displayType") is not (null or "textfield" or "textarea"))
            throw SsmErrors.InvalidContent($"{where}.displayType must be textfield or textarea.");

        var kind = Kind(JsonShape.RequiredText(declared, where, "type"), where);
        var parameter = new DocumentParameter(name, kind)
        {
            Description = JsonShape.OptionalText(declared, where, "description") ?? "",
            AllowedValues = declared.TryGetProperty("allowedValues", out var allowed)
                ? JsonShape.Texts(allowed, where + ".allowedValues")
                : null,
            Pattern = Pattern(JsonShape.OptionalText(declared, where, "allowedPattern"), where),
            MinItems = JsonShape.OptionalNumber(declared, where, "minItems") ?? 0,
            MaxItems = JsonShape.OptionalNumber(declared, where, "maxItems") ?? int.MaxValue,
            MinChars = JsonShape.OptionalNumber(declared, where, "minChars") ?? 0,
            MaxChars = JsonShape.OptionalNumber(declared, where, "maxChars") ?? int.MaxValue,
            InEnvironment = InEnvironment(declared, where, kind),
            Default = declared.TryGetProperty("default", out var value) ? Default(value, where, kind) : null,
        };
        return parameter.Default is { } given && parameter.Refuse(given) is { } reason
            ? throw SsmErrors.InvalidContent("The default is not allowed. " + reason)
            : parameter;
    }

    private static ParameterKind Kind(string text, string where)
        => Enum.TryParse<ParameterKind>(text, out var kind) && kind.ToString() == text
            ? kind
            : throw SsmErrors.InvalidContent($"{where} has the unknown type {text}.");

    private static bool InEnvironment(JsonElement declared, string where, ParameterKind kind)
        => JsonShape.OptionalText(declared, where, "interpolationType") switch
        {
            null => false,
            "ENV_VAR" when kind == ParameterKind.String => true,
            "ENV_VAR" => throw SsmErrors.InvalidContent($"{where}: interpolationType ENV_VAR is for type String."),
            var other => throw SsmErrors.InvalidContent($"{where} has the unknown interpolationType {other}."),
        };

    private static AllowedPattern? Pattern(string? text, string where)
    {
        try
        {
            return text is null ? null : new AllowedPattern(text);
        }
        catch (ArgumentException error)
        {
            throw SsmErrors.InvalidContent($"{where}.allowedPattern is not a regular expression: {error.Message}");
        }
    }

    private static IReadOnlyList<string> Default(JsonElement value, string where, ParameterKind kind)
        => (kind, value.ValueKind) switch
        {
            (ParameterKind.String, _) => [JsonShape.Text(value, where + ".default")],
            (ParameterKind.StringList, _) => JsonShape.Texts(value, where + ".default"),
            (ParameterKind.Integer, JsonValueKind.Number) or (ParameterKind.MapList, JsonValueKind.Array)
                or (ParameterKind.StringMap, JsonValueKind.Object) => [value.GetRawText()],
            (ParameterKind.Boolean, JsonValueKind.True) => ["true"],
            (ParameterKind.Boolean, JsonValueKind.False) => ["false"],
            _ => throw SsmErrors.InvalidContent($"{where}.default is not a {kind}."),
        };

    [GeneratedRegex(@"\A[A-Za-z0-9_]{1,128}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ParameterName();
}
