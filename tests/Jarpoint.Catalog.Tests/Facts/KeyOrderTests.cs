using System.Text;
using FsCheck.Xunit;
using Jarpoint.Catalog.Facts;

namespace Jarpoint.Catalog.Tests.Facts;

public sealed class KeyOrderTests
{
    private static readonly string[] Letters = ["a", "b", "\u00e9", "\ud7ff", "\ue000", "\uff5e", "\U00010000", "\U0001f600"];

    [Property]
    public bool Orders_as_the_UTF8_bytes_do(byte[] left, byte[] right)
    {
        var (x, y) = (Text(left), Text(right));
        var expected = Encoding.UTF8.GetBytes(x).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(y));
        return Math.Sign(KeyOrder.Instance.Compare(x, y)) == Math.Sign(expected);
    }

    private static string Text(byte[] letters)
        => string.Concat(letters.Select(static letter => Letters[letter % Letters.Length]));
}
