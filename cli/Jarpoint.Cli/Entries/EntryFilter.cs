using Jarpoint.Catalog.Facts;
using Jarpoint.Jars.Description;

namespace Jarpoint.Cli.Entries;

/// <summary>Which entries <c>jarpoint ls</c> shows. Everything that is given must hold.</summary>
internal sealed record EntryFilter
{
    public CoordinatePattern? Pattern { get; init; }

    /// <summary>Scala binary version.</summary>
    public string? Scala { get; init; }

    /// <summary>Java release that must be able to load every class.</summary>
    public int? Java { get; init; }

    /// <summary>Part of the name of a service, or of a class that provides one.</summary>
    public string? Provider { get; init; }

    public DateTimeOffset? Since { get; init; }

    public DateTimeOffset? Before { get; init; }

    public string? Warning { get; init; }

    public bool RejectedOnly { get; init; }

    /// <summary>What can be told from the entry alone.</summary>
    public bool Matches(CatalogFact entry)
        => Pattern?.Matches(entry) != false
            && (Scala is null || entry.Jar?.Scala == Scala)
            && (Java is null || entry.Jar is { Java: null } || entry.Jar?.Java <= Java)
            && (Since is null || entry.At >= Since)
            && (Before is null || entry.At < Before)
            && (Warning is null || entry.Jar?.Warnings.Contains(Warning, StringComparer.Ordinal) == true)
            && (!RejectedOnly || entry.Kind is FactKind.Rejected);

    /// <summary>What only the long description tells.</summary>
    public bool Provides(JarDescription? jar)
        => Provider is null || jar?.Providers.Any(provider => provider.Service.Contains(Provider, StringComparison.Ordinal)
            || provider.Implementations.Any(name => name.Contains(Provider, StringComparison.Ordinal))) == true;
}
