using Jarpoint.Catalog.Facts;

namespace Jarpoint.Catalog.Classes;

/// <summary>Lists of rows in the order of their names, each name once.</summary>
internal static class ClassRows
{
    public static List<ClassRow> Of(IEnumerable<(string Entry, ClassCopy Copy)> classes)
        => [.. classes
            .Where(static one => ClassName.IsLoadable(one.Entry))
            .Select(static one => (Name: ClassName.Of(one.Entry), one.Copy))
            .GroupBy(static one => one.Name, static one => one.Copy)
            .Select(static same => new ClassRow(same.Key, [.. same]).With(null, static _ => true))
            .OrderBy(static row => row.Name)];

    /// <summary>Both lists as one, without copies that are out of date and without rows that have none left.</summary>
    public static IEnumerable<ClassRow> Merge(
        IReadOnlyList<ClassRow> left, IReadOnlyList<ClassRow> right, Func<IndexedJar, bool> isCurrent)
    {
        var (l, r) = (0, 0);
        while (l < left.Count || r < right.Count)
        {
            var order = l == left.Count ? 1 : r == right.Count ? -1 : left[l].Name.CompareTo(right[r].Name);
            var row = order switch
            {
                < 0 => left[l].With(null, isCurrent),
                > 0 => right[r].With(null, isCurrent),
                _ => left[l].With(right[r], isCurrent),
            };
            l += order <= 0 ? 1 : 0;
            r += order >= 0 ? 1 : 0;
            if (row.Copies.Count > 0)
            {
                yield return row;
            }
        }
    }

    /// <summary>Cuts rows into pieces of about as many copies; the classes of one simple name stay together.</summary>
    public static IEnumerable<List<ClassRow>> Cut(IEnumerable<ClassRow> rows, int copies)
    {
        var piece = new List<ClassRow>();
        var held = 0;
        foreach (var row in rows)
        {
            if (held >= copies && piece[^1].Name.Simple != row.Name.Simple)
            {
                yield return piece;
                (piece, held) = ([], 0);
            }

            piece.Add(row);
            held += row.Copies.Count;
        }

        if (piece.Count > 0)
        {
            yield return piece;
        }
    }

    /// <summary>Rows from a simple name to before another; null is no limit.</summary>
    public static IReadOnlyList<ClassRow> Between(List<ClassRow> rows, string? from, string? before)
    {
        var first = from is null ? 0 : Position(rows, from);
        var end = before is null ? rows.Count : Position(rows, before);
        return rows.GetRange(first, Math.Max(0, end - first));
    }

    private static int Position(List<ClassRow> rows, string simple)
    {
        var (low, high) = (0, rows.Count);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = KeyOrder.Instance.Compare(rows[middle].Name.Simple, simple) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
