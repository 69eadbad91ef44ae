using System.Text.Json;

namespace Jarpoint.LocalCloud.Systems.Documents;

/// <summary>Reads JSON that must have exactly the documented shape. Throws InvalidDocumentContent otherwise.</summary>
internal static class JsonShape
{
    public static void RequireOnly(JsonElement element, string where, params ReadOnlySpan<string> names)
    {
        RequireKind(element, where, JsonValueKind.Object);
        foreach (var member in element.EnumerateObject())
        {
            if (!names.Contains(member.Name))
                throw SsmErrors.InvalidContent($"{where} has the unknown member \"{member.Name}\".");
        }
    }

    public static void RequireKind(JsonElement element, string where, JsonValueKind kind)
    {
        if (element.ValueKind != kind)
            throw SsmErrors.InvalidContent($"{where} must be of type {kind}, not {element.ValueKind}.");
    }

    public static JsonElement Required(JsonElement owner, string where, string name)
        => owner.TryGetProperty(name, out var value)
            ? value
            : throw SsmErrors.InvalidContent($"{where} lacks the member \"{name}\".");

    public static string RequiredText(JsonElement owner, string where, string name)
        => Text(Required(owner, where, name), $"{where}.{name}");

    public static string? OptionalText(JsonElement owner, string where, string name)
        => owner.TryGetProperty(name, out var value) ? Text(value, $"{where}.{name}") : null;

    public static int? OptionalNumber(JsonElement owner, string where, string name)
    {
        if (!owner.TryGetProperty(name, out var value))
            return null;

        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= 0
            ? number
            : throw SsmErrors.InvalidContent($"{where}.{name} must be a whole number.");
    }

    public static string Text(JsonElement element, string where)
    {
        RequireKind(element, where, JsonValueKind.String);
        return element.GetString()!;
    }

    public static IReadOnlyList<string> Texts(JsonElement element, string where)
    {
        RequireKind(element, where, JsonValueKind.Array);
        return [.. element.EnumerateArray().Select(item => Text(item, where))];
    }
}
