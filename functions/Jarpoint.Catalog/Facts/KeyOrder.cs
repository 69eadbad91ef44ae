namespace Jarpoint.Catalog.Facts;

/// <summary>Ordinal order of the keys' UTF-8 bytes: the order in which S3 lists them.</summary>
public sealed class KeyOrder : IComparer<string>
{
    private KeyOrder()
    {
    }

    public static KeyOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        if (x is null || y is null)
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }

        var common = x.AsSpan().CommonPrefixLength(y);
        return common == x.Length || common == y.Length
            ? x.Length.CompareTo(y.Length)
            : Weight(x[common]).CompareTo(Weight(y[common]));
    }

    /// <summary>Surrogates are code points above U+FFFF, though UTF-16 puts them below U+E000.</summary>
    private static int Weight(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;
}
