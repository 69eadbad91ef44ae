using System.Text.Json;

namespace Jarpoint.NodeDocument;

/// <summary>A String parameter of a command document that the script gets as the variable <c>SSM_</c> and its name.</summary>
/// <param name="Name">Name.</param>
/// <param name="Description">A sentence for who runs the document by hand.</param>
public sealed record CommandParameter(string Name, string Description)
{
    /// <summary>Regular expression a value must match; null where <see cref="AllowedValues"/> says it.</summary>
    public string? AllowedPattern { get; init; }

    /// <summary>The only values; empty for any that matches.</summary>
    public IReadOnlyList<string> AllowedValues { get; init; } = [];

    /// <summary>Null when a value must be given.</summary>
    public string? Default { get; init; }

    internal void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject(Name);
        json.WriteString("type", "String");
        json.WriteString("description", Description);
        json.WriteString("interpolationType", "ENV_VAR");
        if (AllowedPattern is not null)
            json.WriteString("allowedPattern", AllowedPattern);
        if (AllowedValues.Count > 0)
        {
            json.WriteStartArray("allowedValues");
            foreach (var value in AllowedValues)
                json.WriteStringValue(value);
            json.WriteEndArray();
        }

        if (Default is not null)
            json.WriteString("default", Default);
        json.WriteEndObject();
    }
}
