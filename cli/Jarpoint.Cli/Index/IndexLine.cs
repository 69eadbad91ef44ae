using System.Text.Json.Serialization;
using Jarpoint.Jars.Description;

namespace Jarpoint.Cli.Index;

/// <summary>One line of <c>jarpoint index --json</c>. Unknown values are present as null.</summary>
internal sealed record IndexLine
{
    public const string Described = "described";
    public const string Rejected = "rejected";

    public required string Path { get; init; }

    /// <summary><see cref="Described"/> or <see cref="Rejected"/>.</summary>
    public required string Status { get; init; }

    /// <summary>Why it is rejected, in camel case; null for a described jar.</summary>
    public string? Reason { get; init; }

    public string? Detail { get; init; }

    public long? Size { get; init; }

    public string? Sha256 { get; init; }

    public Coordinates? Coordinates { get; init; }

    /// <summary>An <see cref="EvidenceKind"/>, in camel case.</summary>
    public string? Evidence { get; init; }

    public IReadOnlyList<string> Disagreements { get; init; } = [];

    /// <summary>Scala binary version.</summary>
    public string? Scala { get; init; }

    /// <summary>Java release.</summary>
    public int? Java { get; init; }

    /// <summary>True when the Java release was sampled.</summary>
    public bool JavaSampled { get; init; }

    public string? Module { get; init; }

    public string? MainClass { get; init; }

    public bool MultiRelease { get; init; }

    /// <summary>Number of classes.</summary>
    public int? Classes { get; init; }

    public IReadOnlyList<JarWarning> Warnings { get; init; } = [];
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IndexLine))]
internal sealed partial class IndexJson : JsonSerializerContext;
