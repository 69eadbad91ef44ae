using System.Text.Json;
using Jarpoint.Catalog.Json;

namespace Jarpoint.Catalog.Facts;

/// <summary>
/// Total orders over the facts of one key: facts that compare equal are equal in every property. Only then is the
/// greatest of a set the same whatever the order of arrival.
/// </summary>
internal static class FactOrder
{
    /// <summary>Facts with a sequencer: by sequencer, then by what the reader knew.</summary>
    public static int CompareEvents(CatalogFact left, CatalogFact right)
    {
        var order = Sequencer.Compare(left.Sequencer ?? "", right.Sequencer ?? "");
        return order != 0 ? order : CompareTied(left, right);
    }

    /// <summary>Facts without one: by the time of the listing, then by what the reader knew.</summary>
    public static int CompareListings(CatalogFact left, CatalogFact right)
    {
        var order = left.At.CompareTo(right.At);
        return order != 0 ? order : CompareTied(left, right);
    }

    private static int CompareTied(CatalogFact left, CatalogFact right)
    {
        ReadOnlySpan<int> orders =
        [
            left.Reader.CompareTo(right.Reader),
            left.At.CompareTo(right.At),
            left.Kind.CompareTo(right.Kind),
            string.CompareOrdinal(left.VersionId, right.VersionId),
            string.CompareOrdinal(left.ETag, right.ETag),
            string.CompareOrdinal(left.Jar?.Description, right.Jar?.Description),
        ];
        foreach (var order in orders)
        {
            if (order != 0)
            {
                return order;
            }
        }

        return Bytes(left).AsSpan().SequenceCompareTo(Bytes(right));
    }

    private static byte[] Bytes(CatalogFact fact)
        => JsonSerializer.SerializeToUtf8Bytes(fact, Wire.Fact);
}
