using Jarpoint.Cli.Output;

namespace Jarpoint.Cli.Tests.Output;

public sealed class ByteSizeTests
{
    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(1023, "1023 B")]
    [InlineData(1024, "1 KiB")]
    [InlineData(1536, "1.5 KiB")]
    [InlineData(314_572_800, "300 MiB")]
    [InlineData(long.MaxValue, "8388608 TiB")]
    public void Counts_in_binary_units(long bytes, string text) => ByteSize.Text(bytes).ShouldBe(text);
}
