using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Log;

namespace Jarpoint.Catalog.Announcing;

/// <summary>Tells from commits what happened. A fact that came twice, late or about the same bytes is no event.</summary>
internal sealed class JarEvents(CatalogState start)
{
    private readonly CatalogFold fold = new(start);

    /// <summary>What a commit changes; commits come one by one, in their order.</summary>
    public IReadOnlyList<JarEvent> Of(CatalogCommit commit)
    {
        var events = new List<JarEvent>();
        foreach (var fact in commit.Facts)
        {
            var (before, after) = fold.Add(fact);
            if (KindOf(before, after) is { } kind)
            {
                var shown = before is { Kind: FactKind.Removed } ? null : before;
                events.Add(new JarEvent(kind, commit.Revision, events.Count + 1, after, shown));
            }
        }

        return events;
    }

    private static JarEventKind? KindOf(CatalogFact? before, CatalogFact after) => (before?.Kind, after.Kind) switch
    {
        (null or FactKind.Removed, FactKind.Removed) => null,
        (_, FactKind.Removed) => JarEventKind.Removed,
        (FactKind.Described, FactKind.Described) => IsSame(before!, after) ? null : JarEventKind.Replaced,
        (FactKind.Rejected, FactKind.Rejected) when IsSame(before!, after) => null,
        (_, FactKind.Rejected) => JarEventKind.Rejected,
        _ => JarEventKind.Described,
    };

    // A later reader may have seen more in the same bytes; to whoever uses the jar nothing happened.
    private static bool IsSame(CatalogFact before, CatalogFact after)
        => before.ETag == after.ETag && before.Size == after.Size;
}
