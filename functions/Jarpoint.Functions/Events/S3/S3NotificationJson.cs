using System.Text.Json;
using System.Text.Json.Serialization;

namespace Jarpoint.Functions.Events.S3;

/// <summary>The body of a notification message; <see cref="Event"/> is set in a test message only.</summary>
internal sealed record S3Notification(
    [property: JsonPropertyName("Records")] IReadOnlyList<JsonElement>? Records,
    [property: JsonPropertyName("Event")] string? Event,
    [property: JsonPropertyName("Bucket")] string? Bucket);

/// <summary>One record, as far as the catalog reads it. Everything may be missing until it was looked at.</summary>
internal sealed record S3NotificationRecord(
    string? EventVersion, string? EventSource, string? EventName, DateTimeOffset? EventTime, S3NotificationEntity? S3);

internal sealed record S3NotificationEntity(S3NotificationBucket? Bucket, S3NotificationObject? Object);

internal sealed record S3NotificationBucket(string? Name);

/// <summary>The object; its key is form-encoded.</summary>
internal sealed record S3NotificationObject(string? Key, long? Size, string? ETag, string? VersionId, string? Sequencer);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(S3Notification))]
[JsonSerializable(typeof(S3NotificationRecord))]
internal sealed partial class S3NotificationJson : JsonSerializerContext;
