using System.Globalization;
using Jarpoint.Catalog.Facts;

namespace Jarpoint.Catalog.Announcing;

/// <summary>Something that happened to what the catalog shows of one key.</summary>
/// <param name="Kind">What.</param>
/// <param name="Revision">The commit that made it so.</param>
/// <param name="Number">From 1, within the commit.</param>
/// <param name="Fact">What the catalog shows since.</param>
/// <param name="Before">What it showed before; null when the key was not there.</param>
public sealed record JarEvent(JarEventKind Kind, long Revision, int Number, CatalogFact Fact, CatalogFact? Before)
{
    /// <summary>The same each time the event is told: who hears twice of one id has to act once.</summary>
    public string Id => string.Create(CultureInfo.InvariantCulture, $"{Revision}-{Number}");
}

public enum JarEventKind
{
    /// <summary>A jar is in the catalog that was not there.</summary>
    Described,

    /// <summary>A key has another jar than before.</summary>
    Replaced,

    /// <summary>A key has an object that cannot be read as a jar.</summary>
    Rejected,

    /// <summary>A key has no object any more.</summary>
    Removed,
}
