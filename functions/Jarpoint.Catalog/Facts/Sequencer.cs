namespace Jarpoint.Catalog.Facts;

/// <summary>Order of two event sequencers of one key.</summary>
/// <remarks>
/// Hexadecimal numbers of any length: the shorter one is left-padded with zeros.
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
/// </remarks>
public static class Sequencer
{
    public static int Compare(string left, string right)
    {
        var a = left.AsSpan().TrimStart('0');
        var b = right.AsSpan().TrimStart('0');
        return a.Length != b.Length
            ? a.Length.CompareTo(b.Length)
            : a.CompareTo(b, StringComparison.OrdinalIgnoreCase);
    }
}
