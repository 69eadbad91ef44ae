using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Jarpoint.NodeDocument;

/// <summary>The SSM command documents, schema 2.2, each carrying the node script whole.</summary>
/// <remarks>
/// Parameters reach the script as environment variables (<c>interpolationType: ENV_VAR</c>, <c>SSM_</c> and the name), never
/// as text of a command. The script without arguments takes its verb from them.
/// https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-syntax-data-elements-parameters.html
/// </remarks>
public static class CommandDocument
{
    /// <summary>SSM takes documents up to this size in bytes.</summary>
    public const int LargestSize = 64 * 1024;

    // Relaxed: `<`, `>` and `&` as six characters each would not leave room for the script. No browser reads this.
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Installs and mounts. Parameter <c>Mounts</c>.</summary>
    public static string Mount() => Write(
        "Installs mount-s3 and mounts buckets of jars.", MountCommand.Step, MountCommand.Timeout, MountCommand.Parameters);

    /// <summary>Verifies, refreshes, warms. Parameters <c>Action</c> and <c>Directories</c>.</summary>
    public static string Care() => Write(
        "Verifies, refreshes, warms or describes the mounts of a node.",
        CareCommand.Step,
        CareCommand.Timeout,
        CareCommand.Parameters);

    private static string Write(
        string description, string step, TimeSpan timeout, IReadOnlyList<CommandParameter> parameters)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Json))
        {
            json.WriteStartObject();
            json.WriteString("schemaVersion", "2.2");
            json.WriteString("description", description);
            json.WriteStartObject("parameters");
            foreach (var parameter in parameters)
                parameter.WriteTo(json);
            json.WriteEndObject();
            json.WriteStartArray("mainSteps");
            WriteStep(json, step, timeout);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void WriteStep(Utf8JsonWriter json, string step, TimeSpan timeout)
    {
        json.WriteStartObject();
        json.WriteString("action", "aws:runShellScript");
        json.WriteString("name", step);
        json.WriteStartObject("precondition");
        json.WriteStartArray("StringEquals");
        json.WriteStringValue("platformType");
        json.WriteStringValue("Linux");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("inputs");
        // The agent takes a number outside 5 to 172,800 for an hour.
        json.WriteNumber("timeoutSeconds", (int)timeout.TotalSeconds);
        json.WriteStartArray("runCommand");
        foreach (var line in NodeScriptText.Lines())
            json.WriteStringValue(line);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
