using System.Text.Json.Serialization;
using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Json;
using Jarpoint.Cli.Output;
using Jarpoint.Jars.Description;

namespace Jarpoint.Cli.Entries;

/// <summary>An entry of the catalog as <c>--json</c> writes it. Unknown values are present as null.</summary>
internal sealed record EntryLine
{
    public required string Key { get; init; }

    /// <summary><c>described</c> or <c>rejected</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Why it is rejected.</summary>
    public string? Reason { get; init; }

    public string? Detail { get; init; }

    public string? GroupId { get; init; }

    public string? ArtifactId { get; init; }

    public string? Version { get; init; }

    public string? Evidence { get; init; }

    public string? Scala { get; init; }

    public int? Java { get; init; }

    public bool JavaSampled { get; init; }

    public int? Classes { get; init; }

    /// <summary>Bytes.</summary>
    public long? Size { get; init; }

    public string? Sha256 { get; init; }

    public string? ETag { get; init; }

    public string? VersionId { get; init; }

    /// <summary>Digest of the long description, its name in the catalog.</summary>
    public string? Description { get; init; }

    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>When the store was known to be so.</summary>
    public required DateTimeOffset At { get; init; }

    public static EntryLine Of(CatalogFact entry) => new()
    {
        Key = entry.Key,
        Status = CamelCase.Of(entry.Kind),
        Reason = entry.Rejection is { } rejection ? CamelCase.Of(rejection.Reason) : null,
        Detail = entry.Rejection?.Detail,
        GroupId = entry.Jar?.GroupId,
        ArtifactId = entry.Jar?.ArtifactId,
        Version = entry.Jar?.Version,
        Evidence = entry.Jar is { } jar ? CamelCase.Of(jar.Evidence) : null,
        Scala = entry.Jar?.Scala,
        Java = entry.Jar?.Java,
        JavaSampled = entry.Jar?.JavaSampled ?? false,
        Classes = entry.Jar?.Classes,
        Size = entry.Size,
        Sha256 = entry.Jar?.Sha256,
        ETag = entry.ETag,
        VersionId = entry.VersionId,
        Description = entry.Jar?.Description,
        Warnings = entry.Jar?.Warnings ?? [],
        At = entry.At,
    };
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(CamelCaseEnumConverter<EvidenceKind>)])]
[JsonSerializable(typeof(EntryLine))]
[JsonSerializable(typeof(ChangeLine))]
[JsonSerializable(typeof(HistoryLine))]
[JsonSerializable(typeof(ShownJar))]
internal sealed partial class EntriesJson : JsonSerializerContext;
