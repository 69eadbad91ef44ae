namespace Jarpoint.NodeDocument.Tests;

public sealed class JsonLineTests
{
    [Theory]
    [InlineData("quote \" backslash \\ slash /", "quote \" backslash \\ slash /")]
    [InlineData("line\nfeed\ttab", "line\nfeed\ttab")]
    [InlineData("\u0001 bell \a é & $(id) `id`", "? bell ? ?? & $(id) `id`")]
    [InlineData("", "")]
    public async Task Escapes_whatever_a_detail_holds(string detail, string read)
    {
        await using var node = new NodeSandbox();
        var run = await node.CallAsync(
            "IFS= read -r -d '' detail || true\njson_line /m b p/ healthy none 0 0 \"$detail\"", detail);
        run.Line.Detail.ShouldBe(read);
    }

    [Theory]
    [InlineData("0 11 12", 12)]
    [InlineData("11 10 0", 10)]
    [InlineData("7 2 1", 2)]
    [InlineData("6 9 5", 5)]
    [InlineData("0", 0)]
    [InlineData("12 6", 6)]
    public async Task The_worst_code_wins(string codes, int worst)
    {
        await using var node = new NodeSandbox();
        (await node.CallAsync($"for code in {codes}; do worsen $code; done; echo $worst_code")).Output.Trim()
            .ShouldBe(worst.ToString(provider: null));
    }
}
