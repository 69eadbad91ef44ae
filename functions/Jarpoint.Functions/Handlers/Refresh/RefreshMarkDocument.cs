using System.Text.Json.Serialization;

namespace Jarpoint.Functions.Handlers.Refresh;

/// <summary>The mark as it is stored: <c>{"format":"jarpoint.refreshed/1","revision":42,"at":"…"}</c>.</summary>
internal sealed record RefreshMarkDocument
{
    public const string Current = "jarpoint.refreshed/1";

    public required string Format { get; init; }

    /// <summary>The nodes were told of the commits up to this one.</summary>
    public required long Revision { get; init; }

    /// <summary>When this was written.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When somebody set out to tell them of more.</summary>
    public DateTimeOffset? ClaimedAt { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RefreshMarkDocument))]
internal sealed partial class RefreshMarkJson : JsonSerializerContext;
