using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Reading;
using Jarpoint.Jars.Versions;

namespace Jarpoint.Cli.Entries;

/// <summary>Finds entries by what a person calls them. Identity is exact.</summary>
internal static class EntryFinder
{
    /// <summary>The entry under a key, or every entry of <c>G:A:V</c>, or those of the newest version of <c>G:A</c>.</summary>
    public static IReadOnlyList<CatalogFact> Find(CatalogView view, string name)
    {
        if (view.TryGet(name, out var entry))
        {
            return [entry];
        }

        switch (name.Split(':'))
        {
            case [var group, var artifact, var version]:
                return [.. Of(view, group, artifact).Where(found => found.Jar!.Version == version)];
            case [var group, var artifact]:
                var all = Of(view, group, artifact).Where(static found => found.Jar!.Version is not null).ToList();
                var newest = all.Select(static found => MavenVersion.Parse(found.Jar!.Version!)).Max();
                return [.. all.Where(found => MavenVersion.Parse(found.Jar!.Version!) == newest)];
            default:
                return [];
        }
    }

    /// <summary>Newer versions of the same group and artifact, the newest first.</summary>
    public static IReadOnlyList<CatalogFact> Newer(CatalogView view, CatalogFact entry)
    {
        if (entry.Jar is not { GroupId: { } group, ArtifactId: { } artifact, Version: { } own })
        {
            return [];
        }

        var version = MavenVersion.Parse(own);
        return [.. Of(view, group, artifact)
            .Where(static found => found.Jar!.Version is not null)
            .Select(static found => (Entry: found, Version: MavenVersion.Parse(found.Jar!.Version!)))
            .Where(found => found.Version > version)
            .OrderByDescending(static found => found.Version)
            .Select(static found => found.Entry)];
    }

    public static IEnumerable<CatalogFact> Of(CatalogView view, string group, string artifact)
        => view.Entries.Where(entry => entry.Jar is { } jar && jar.GroupId == group && jar.ArtifactId == artifact);
}
