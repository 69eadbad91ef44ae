using System.Diagnostics.CodeAnalysis;
using Jarpoint.Catalog.Facts;

namespace Jarpoint.Catalog.Reading;

/// <summary>The catalog at one revision.</summary>
public sealed class CatalogView
{
    internal CatalogView(long revision, CatalogState state)
    {
        Revision = revision;
        State = state;
        Entries = [.. state.Keys.Select(static key => key.Current).Where(static fact => fact.Kind is not FactKind.Removed)];
    }

    /// <summary>0 for a catalog nothing was ever committed to.</summary>
    public long Revision { get; }

    /// <summary>One fact per object that is there, described or rejected, in the order of <see cref="KeyOrder"/>.</summary>
    public IReadOnlyList<CatalogFact> Entries { get; }

    internal CatalogState State { get; }

    public bool TryGet(string key, [NotNullWhen(true)] out CatalogFact? entry)
    {
        entry = State.Find(key)?.Current;
        if (entry is { Kind: FactKind.Removed })
        {
            entry = null;
        }

        return entry is not null;
    }
}
