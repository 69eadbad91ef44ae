using System.Text.Json;

namespace Jarpoint.Functions.Events;

internal static class JsonText
{
    /// <summary>A member's text; null when there is none, or when it is no text.</summary>
    public static string? Of(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object
            || !element.TryGetProperty(name, out var value)
            || value.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, escaped: well-formed JSON, but no text.
            return null;
        }
    }
}
