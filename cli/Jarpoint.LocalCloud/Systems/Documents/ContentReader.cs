using System.Text;
using System.Text.Json;

namespace Jarpoint.LocalCloud.Systems.Documents;

/// <summary>Reads the JSON of a Command document and refuses what the service would.</summary>
internal static class ContentReader
{
    /// <summary>Of the document; at run time of the document and its parameters.</summary>
    public const int MaxBytes = 64 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <exception cref="SsmException">InvalidDocumentContent and its relatives.</exception>
    public static CommandContent Read(string text)
    {
        var bytes = Encoding.UTF8.GetByteCount(text);
        if (bytes > MaxBytes)
            throw SsmErrors.TooLarge(bytes, MaxBytes);

        try
        {
            using var json = JsonDocument.Parse(text, Strict);
            return Read(json.RootElement);
        }
        catch (JsonException error)
        {
            throw SsmErrors.InvalidContent("The content is not JSON: " + error.Message);
        }
    }

    private static CommandContent Read(JsonElement root)
    {
        const string Where = "The document";
        JsonShape.RequireKind(root, Where, JsonValueKind.Object);
        var version = JsonShape.RequiredText(root, Where, "schemaVersion");
        if (version is "0.3" or "1.0" or "1.2" or "2.0")
            throw SsmErrors.NotEmulated($"the document schema {version}");

        if (version != "2.2")
            throw SsmErrors.InvalidSchemaVersion($"There is no schema version {version}.");

        JsonShape.RequireOnly(root, Where, "schemaVersion", "description", "parameters", "mainSteps");
        var content = new CommandContent(
            JsonShape.OptionalText(root, Where, "description") ?? "", ParameterReader.Read(root), StepReader.Read(root));
        foreach (var step in content.Steps)
        {
            CheckPlaceholders(content, step);
        }

        return content;
    }

    private static void CheckPlaceholders(CommandContent content, DocumentStep step)
    {
        foreach (var name in ((string[])[.. step.Lines, step.Timeout, step.WorkingDirectory]).SelectMany(Placeholders.Names))
        {
            if (name.Contains(':', StringComparison.Ordinal))
                throw SsmErrors.NotEmulated($"the placeholder {{{{ {name} }}}}");

            var parameter = content.Parameters.FirstOrDefault(parameter => parameter.Name == name)
                ?? throw SsmErrors.InvalidContent($"Step {step.Name} names the parameter {name}, which is not defined.");
            if (parameter.InEnvironment)
            {
                throw SsmErrors.NotEmulated(
                    $"a placeholder of the ENV_VAR parameter {name} (use $SSM_{name}): its meaning is not documented");
            }
        }
    }
}
