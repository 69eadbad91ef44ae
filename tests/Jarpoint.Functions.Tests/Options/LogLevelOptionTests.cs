using Jarpoint.Functions.Options;
using Microsoft.Extensions.Logging;

namespace Jarpoint.Functions.Tests.Options;

public sealed class LogLevelOptionTests
{
    [Theory]
    [InlineData(null, null, LogLevel.Information)]
    [InlineData(null, "WARN", LogLevel.Warning)]
    [InlineData("trace", "WARN", LogLevel.Trace)]
    [InlineData(null, "nonsense", LogLevel.Information)]
    [InlineData("nonsense", "WARN", LogLevel.Warning)]
    public void The_log_level_is_ours_else_the_one_of_Lambda(string? own, string? lambda, LogLevel expected)
        => LogLevelOption.Of(Variables(own, lambda)).ShouldBe(expected);

    [Fact]
    public void A_level_of_ours_that_is_none_is_a_fault_and_one_of_Lambda_is_not()
    {
        var reader = new OptionsReader(Variables("loud", "nonsense"));
        LogLevelOption.Check(reader);
        Should.Throw<InvalidOptionsException>(reader.Verify).Faults.ShouldHaveSingleItem()
            .ShouldStartWith("JARPOINT_LOG_LEVEL is 'loud' and must be one of trace");
    }

    private static Dictionary<string, string> Variables(string? own, string? lambda) => new()
    {
        [OptionNames.LogLevel] = own ?? string.Empty,
        [OptionNames.LambdaLogLevel] = lambda ?? string.Empty,
    };
}
