using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Jarpoint.Functions.Logging;

/// <summary>
/// Standard output, one JSON object a line: what CloudWatch takes for one event. Log messages and metrics share it,
/// so that no line is ever written into another.
/// </summary>
public sealed class LogLines(Stream output)
{
    // Keys and messages stay readable in a log; nothing here is ever put into a page.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock gate = new();
    private readonly ArrayBufferWriter<byte> buffer = new(1024);

    /// <summary>Writes the object whose members <paramref name="members"/> writes, in one write of the stream.</summary>
    public void Write<TState>(TState state, Action<Utf8JsonWriter, TState> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        lock (gate)
        {
            buffer.ResetWrittenCount();
            using (var json = new Utf8JsonWriter(buffer, Options))
            {
                json.WriteStartObject();
                members(json, state);
                json.WriteEndObject();
            }

            buffer.Write("\n"u8);
            output.Write(buffer.WrittenSpan);
            output.Flush();
        }
    }
}
