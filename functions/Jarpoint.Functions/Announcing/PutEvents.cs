using System.Text.Json.Serialization;

namespace Jarpoint.Functions.Announcing;

internal sealed record PutEventsRequest(IReadOnlyList<EventEntry> Entries);

/// <param name="Entries">One for each entry of the request, in its order.</param>
internal sealed record PutEventsAnswer(IReadOnlyList<PutEventsResult> Entries);

/// <param name="ErrorCode">Null for an entry that was taken.</param>
/// <param name="ErrorMessage">What EventBridge says of it.</param>
internal sealed record PutEventsResult(string? ErrorCode, string? ErrorMessage);

[JsonSourceGenerationOptions(RespectNullableAnnotations = true, RespectRequiredConstructorParameters = false)]
[JsonSerializable(typeof(PutEventsRequest))]
[JsonSerializable(typeof(PutEventsAnswer))]
internal sealed partial class AnnouncingJson : JsonSerializerContext;
