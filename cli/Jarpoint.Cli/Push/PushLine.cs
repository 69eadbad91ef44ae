using System.Text.Json.Serialization;

namespace Jarpoint.Cli.Push;

/// <summary>One line of <c>jarpoint push --json</c>. Unknown values are present as null.</summary>
internal sealed record PushLine
{
    /// <summary>Uploaded, or there before with the same content; nobody waited for the catalog.</summary>
    public const string Uploaded = "uploaded";
    public const string Catalogued = "catalogued";
    public const string Rejected = "rejected";

    /// <summary>Something else is under the key.</summary>
    public const string Refused = "refused";
    public const string Failed = "failed";

    /// <summary>Uploaded, and not in the catalog within the time.</summary>
    public const string Waiting = "waiting";

    public required string Path { get; init; }

    public required string Bucket { get; init; }

    public required string Key { get; init; }

    public required long Size { get; init; }

    public required string Sha256 { get; init; }

    /// <summary>One of the constants here.</summary>
    public required string Status { get; init; }

    /// <summary>True when the very same content was there before.</summary>
    public bool AlreadyThere { get; init; }

    public string? VersionId { get; init; }

    /// <summary>A revision of the catalog that lists it.</summary>
    public long? Revision { get; init; }

    /// <summary>group:artifact:version, as far as they are known.</summary>
    public string? Coordinates { get; init; }

    /// <summary>Why it is rejected, refused, failed or waiting.</summary>
    public string? Reason { get; init; }

    /// <summary>For <c>spark.jars</c>; null unless the jar can be used.</summary>
    public string? Uri { get; init; }

    [JsonIgnore]
    public bool Good => Status is Uploaded or Catalogued;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PushLine))]
internal sealed partial class PushJson : JsonSerializerContext;
