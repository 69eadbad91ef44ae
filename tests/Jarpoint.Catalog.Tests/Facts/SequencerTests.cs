using System.Globalization;
using FsCheck.Xunit;
using Jarpoint.Catalog.Facts;

namespace Jarpoint.Catalog.Tests.Facts;

public sealed class SequencerTests
{
    [Theory]
    [InlineData("A", "9", 1)]
    [InlineData("10", "9", 1)]
    [InlineData("0062E99A88DC407460", "62E99A88DC407461", -1)]
    [InlineData("000a", "A", 0)]
    [InlineData("0", "", 0)]
    public void Pads_the_shorter_one_with_zeros_on_the_left(string left, string right, int expected)
    {
        Math.Sign(Sequencer.Compare(left, right)).ShouldBe(expected);
        Math.Sign(Sequencer.Compare(right, left)).ShouldBe(-expected);
    }

    [Property]
    public bool Orders_as_the_numbers_do(ulong left, ulong right, byte leftZeros, byte rightZeros)
        => Math.Sign(Sequencer.Compare(Text(left, leftZeros), Text(right, rightZeros)))
            == left.CompareTo(right);

    private static string Text(ulong value, byte zeros)
        => new string('0', zeros % 8) + value.ToString("X", CultureInfo.InvariantCulture);
}
