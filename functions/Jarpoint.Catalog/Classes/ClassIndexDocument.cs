using System.Text.Json.Serialization;

namespace Jarpoint.Catalog.Classes;

/// <summary>
/// The one object of the index that changes: how far it came, and which parts it is made of. The parts are written once.
/// See <c>docs/decisions/0056-the-index-of-classes-has-two-levels.md</c>.
/// </summary>
internal sealed record ClassIndexDocument
{
    public const string Known = "jarpoint.class-index/1";

    public required string Format { get; init; }

    /// <summary>Every commit up to this revision is in.</summary>
    public required long Revision { get; init; }

    /// <summary>So many facts of the commit after <see cref="Revision"/> are in too.</summary>
    public int Facts { get; init; }

    /// <summary>Set while the index is made from a whole catalog: keys up to this one are in.</summary>
    public string? FilledTo { get; init; }

    /// <summary>The number of the next jar.</summary>
    public required long Next { get; init; }

    /// <summary>Name of the part with what is newer than <see cref="Parts"/>, or null.</summary>
    public string? Recent { get; init; }

    /// <summary>Copies in <see cref="Recent"/>.</summary>
    public int RecentCopies { get; init; }

    /// <summary>Keys that changed since <see cref="Parts"/>: the number of the jar there now, or null for none.</summary>
    public required IReadOnlyDictionary<string, long?> Changed { get; init; }

    /// <summary>In the order of simple names; each begins where the one before it ends, the first where names begin.</summary>
    public required IReadOnlyList<ClassPart> Parts { get; init; }

    /// <summary>Set while the recent part is folded into the others: so many of them are done.</summary>
    public int? Folded { get; init; }

    [JsonIgnore]
    public bool IsComplete => FilledTo is null;

    public static ClassIndexDocument Empty(bool filling) => new()
    {
        Format = Known,
        Revision = 0,
        FilledTo = filling ? "" : null,
        Next = 1,
        Changed = new Dictionary<string, long?>(),
        Parts = [],
    };

    /// <summary>Whether a jar is what its key holds now, as far as the index has come.</summary>
    public bool IsCurrent(IndexedJar jar) => !Changed.TryGetValue(jar.Key, out var number) || number == jar.Number;
}

/// <summary>One of the parts.</summary>
/// <param name="Name">Its name below the index's prefix.</param>
/// <param name="First">The first simple name in it; all classes of one simple name lie in one part.</param>
/// <param name="Copies">Copies of classes in it.</param>
internal sealed record ClassPart(string Name, string First, int Copies);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ClassIndexDocument))]
internal sealed partial class ClassIndexJson : JsonSerializerContext;
