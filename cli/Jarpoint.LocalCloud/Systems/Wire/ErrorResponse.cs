using System.Text.Json.Serialization;

namespace Jarpoint.LocalCloud.Systems.Wire;

internal sealed record ErrorResponse([property: JsonPropertyName("__type")] string Type, string Message);
