using System.Globalization;
using System.Text.Json.Serialization;
using Jarpoint.Catalog.Classes;
using Jarpoint.Catalog.Facts;
using Jarpoint.Jars.Versions;

namespace Jarpoint.Cli.Classes;

/// <summary>One class on the wire.</summary>
/// <param name="Class">Qualified, with dots.</param>
/// <param name="Revision">The revision the answer is about.</param>
/// <param name="Variants">One for each different content.</param>
internal sealed record ClassLine(string Class, long Revision, IReadOnlyList<ClassVariant> Variants)
{
    public static ClassLine Of(long revision, ClassRow row) => new(
        row.Name.ToString(),
        revision,
        [.. row.Copies
            .GroupBy(static copy => copy.Crc)
            .Select(static same => new ClassVariant(
                same.Key.ToString("x8", CultureInfo.InvariantCulture),
                [.. same.Select(static copy => ClassJar.Of(copy.Jar)).Order(ByArtifact)]))
            .OrderByDescending(static variant => variant.Jars.Count)
            .ThenBy(static variant => variant.Crc, StringComparer.Ordinal)]);

    private static Comparer<ClassJar> ByArtifact { get; } = Comparer<ClassJar>.Create(static (a, b) =>
        string.CompareOrdinal($"{a.GroupId}:{a.ArtifactId}", $"{b.GroupId}:{b.ArtifactId}") is not 0 and var artifact ? artifact
            : MavenVersion.Parse(a.Version ?? "").CompareTo(MavenVersion.Parse(b.Version ?? "")) is not 0 and var version ? version
            : KeyOrder.Instance.Compare(a.Key, b.Key));
}

/// <summary>Jars in which a class is the same, byte for byte as far as its CRC-32 tells.</summary>
internal sealed record ClassVariant(string Crc, IReadOnlyList<ClassJar> Jars);

/// <summary>A jar that has the class.</summary>
internal sealed record ClassJar(string Key, string? GroupId, string? ArtifactId, string? Version)
{
    [JsonIgnore]
    public string Coordinates => ArtifactId is null ? "unknown" : $"{GroupId ?? "?"}:{ArtifactId}:{Version ?? "?"}";

    public static ClassJar Of(IndexedJar jar) => new(jar.Key, jar.GroupId, jar.ArtifactId, jar.Version);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ClassLine))]
internal sealed partial class ClassesJson : JsonSerializerContext;
