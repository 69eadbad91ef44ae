using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Jarpoint.Functions.Logging;

/// <summary>Formats one category's messages. The values of a message's placeholders become members of the line.</summary>
internal sealed class JsonLogger(
    string category,
    LogLines lines,
    InvocationCorrelation correlation,
    IExternalScopeProvider scopes,
    TimeProvider clock) : ILogger
{
    private static readonly HashSet<string> Reserved =
        ["timestamp", "level", "message", "category", "requestId", "function", "coldStart", "exception"];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => scopes.Push(state);

    public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var message = formatter(state, exception);
        lines.Write(state, (json, values) =>
        {
            WriteFrame(json, logLevel, message);
            var written = new HashSet<string>(Reserved);
            WriteValues(json, values, written);
            scopes.ForEachScope((scope, writer) => WriteValues(writer, scope, written), json);
            WriteException(json, exception);
        });
    }

    private static string LevelName(LogLevel level) => level switch
    {
        LogLevel.Trace => "TRACE",
        LogLevel.Debug => "DEBUG",
        LogLevel.Information => "INFO",
        LogLevel.Warning => "WARN",
        LogLevel.Error => "ERROR",
        _ => "FATAL",
    };

    private static void WriteValues(Utf8JsonWriter json, object? state, HashSet<string> written)
    {
        if (state is not IEnumerable<KeyValuePair<string, object?>> values)
        {
            return;
        }

        foreach (var (placeholder, value) in values)
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(placeholder);
            if (placeholder != "{OriginalFormat}" && written.Add(name))
            {
                json.WritePropertyName(name);
                WriteValue(json, value);
            }
        }
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case int or long:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case DateTimeOffset moment:
                json.WriteStringValue(moment.UtcDateTime);
                break;
            default:
                json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static void WriteException(Utf8JsonWriter json, Exception? exception)
    {
        if (exception is null)
        {
            return;
        }

        json.WriteStartObject("exception");
        json.WriteString("type", exception.GetType().FullName);
        json.WriteString("message", exception.Message);
        json.WriteString("stackTrace", exception.ToString());
        json.WriteEndObject();
    }

    private void WriteFrame(Utf8JsonWriter json, LogLevel level, string message)
    {
        json.WriteString("timestamp", clock.GetUtcNow().UtcDateTime);
        json.WriteString("level", LevelName(level));
        json.WriteString("message", message);
        json.WriteString("category", category);
        json.WriteString("function", correlation.Function);
        json.WriteBoolean("coldStart", correlation.ColdStart);
        if (correlation.RequestId is { } requestId)
        {
            json.WriteString("requestId", requestId);
        }
    }
}
