using System.Text.Json;
using System.Text.Json.Serialization;

namespace Jarpoint.LocalCloud.Systems.Wire;

/// <summary>The parameters of every emulated action; each reads its own.</summary>
internal sealed record SsmRequest
{
    public string? Name { get; init; }

    public string? Content { get; init; }

    public string? DocumentType { get; init; }

    public string? DocumentFormat { get; init; }

    public string? DisplayName { get; init; }

    public string? TargetType { get; init; }

    public string? VersionName { get; init; }

    public bool? Force { get; init; }

    public string? DocumentName { get; init; }

    public string? DocumentVersion { get; init; }

    public string? DocumentHash { get; init; }

    public string? DocumentHashType { get; init; }

    public IReadOnlyList<string>? InstanceIds { get; init; }

    public IReadOnlyList<WireFilter>? Targets { get; init; }

    public Dictionary<string, IReadOnlyList<string>>? Parameters { get; init; }

    public string? Comment { get; init; }

    public int? TimeoutSeconds { get; init; }

    public string? MaxConcurrency { get; init; }

    public string? MaxErrors { get; init; }

    public string? CommandId { get; init; }

    public string? InstanceId { get; init; }

    public string? PluginName { get; init; }

    public bool? Details { get; init; }

    public IReadOnlyList<WireFilter>? Filters { get; init; }

    public IReadOnlyList<LegacyFilter>? InstanceInformationFilterList { get; init; }

    public IReadOnlyList<LegacyFilter>? InstancePropertyFilterList { get; init; }

    public int? MaxResults { get; init; }

    public string? NextToken { get; init; }

    /// <summary>Members that are not emulated.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }
}

/// <summary>A filter: capital letters with a list in some actions, small letters with one value in others.</summary>
internal sealed record WireFilter
{
    public string? Key { get; init; }

    public IReadOnlyList<string>? Values { get; init; }

    [JsonPropertyName("key")]
    public string? SmallKey { get; init; }

    [JsonPropertyName("value")]
    public string? Value { get; init; }
}

/// <summary>A filter of <c>InstanceInformationFilterList</c> and <c>InstancePropertyFilterList</c>.</summary>
internal sealed record LegacyFilter
{
    [JsonPropertyName("key")]
    public string? Key { get; init; }

    [JsonPropertyName("valueSet")]
    public IReadOnlyList<string>? ValueSet { get; init; }
}
