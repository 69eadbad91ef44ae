using Jarpoint.Catalog.Facts;

namespace Jarpoint.Catalog.Reading;

/// <summary>What differs between two revisions.</summary>
/// <param name="From">The revision compared.</param>
/// <param name="To">The revision compared to; may be the older one.</param>
/// <param name="Changes">One per key that differs, in the order of <see cref="KeyOrder"/>.</param>
public sealed record CatalogDiff(long From, long To, IReadOnlyList<CatalogChange> Changes)
{
    internal static CatalogDiff Between(CatalogView from, CatalogView to)
    {
        var changes = new List<CatalogChange>();
        var (left, right) = (0, 0);
        while (left < from.Entries.Count || right < to.Entries.Count)
        {
            var before = left < from.Entries.Count ? from.Entries[left] : null;
            var after = right < to.Entries.Count ? to.Entries[right] : null;
            var order = (before, after) switch
            {
                (null, _) => 1,
                (_, null) => -1,
                _ => KeyOrder.Instance.Compare(before.Key, after.Key),
            };
            left += order <= 0 ? 1 : 0;
            right += order >= 0 ? 1 : 0;
            if (CatalogChange.Of(order <= 0 ? before : null, order >= 0 ? after : null) is { } change)
            {
                changes.Add(change);
            }
        }

        return new CatalogDiff(from.Revision, to.Revision, changes);
    }
}
