using System.Text.Json;
using System.Text.Json.Serialization;

namespace Jarpoint.Functions.Runtime;

/// <summary>An error in the form the Runtime API takes; <c>errorType</c> is the short type name.</summary>
internal sealed record InvocationError(
    string ErrorMessage, string ErrorType, IReadOnlyList<string> StackTrace, InvocationError? Cause = null)
{
    /// <summary>Inner exceptions beyond this depth are left out: Lambda bounds the size of an error.</summary>
    private const int DeepestCause = 8;

    public static InvocationError From(Exception exception) => From(exception, DeepestCause);

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, InvocationErrorJson.Default.InvocationError);

    private static InvocationError From(Exception exception, int depth)
        => new(
            exception.Message,
            exception.GetType().Name,
            exception.StackTrace?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                ?? [],
            exception.InnerException is { } inner && depth > 0 ? From(inner, depth - 1) : null);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(InvocationError))]
internal sealed partial class InvocationErrorJson : JsonSerializerContext;
