namespace Jarpoint.LocalCloud.S3.State;

/// <summary>
/// Keys in the binary order of their UTF-8 form, which is the order of S3 listings. UTF-16 order differs from it where
/// a surrogate meets a character above U+DFFF.
/// </summary>
internal sealed class KeyOrder : IComparer<string>
{
    public static readonly KeyOrder Instance = new();

    public int Compare(string? x, string? y)
    {
        var shared = x.AsSpan().CommonPrefixLength(y);
        if (x is null || y is null || shared == x.Length || shared == y.Length)
            return (x?.Length ?? -1).CompareTo(y?.Length ?? -1);

        return Rank(x[shared]).CompareTo(Rank(y[shared]));
    }

    private static int Rank(char value) => char.IsSurrogate(value) ? value + char.MaxValue : value;
}
