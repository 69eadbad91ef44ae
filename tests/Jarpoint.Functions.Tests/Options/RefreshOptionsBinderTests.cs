using Jarpoint.Functions.Options;

namespace Jarpoint.Functions.Tests.Options;

public sealed class RefreshOptionsBinderTests
{
    [Fact]
    public void Both_times_have_defaults_and_are_read()
    {
        Bind("", "").ShouldBe(new RefreshOptions());
        Bind("0", "7").ShouldBe(new RefreshOptions { Quiet = TimeSpan.Zero, MaxWait = TimeSpan.FromSeconds(7) });
    }

    [Theory]
    [InlineData("90", "", "JARPOINT_REFRESH_MAX_WAIT_SECONDS is '60' and must not be less than JARPOINT")]
    [InlineData("soon", "", "JARPOINT_REFRESH_QUIET_SECONDS is 'soon'")]
    [InlineData("", "4", "JARPOINT_REFRESH_MAX_WAIT_SECONDS is '4' and must not be less")]
    public void A_patience_shorter_than_the_quiet_is_a_fault(string quiet, string most, string fault)
        => Should.Throw<InvalidOptionsException>(() => Bind(quiet, most))
            .Faults.ShouldHaveSingleItem().ShouldStartWith(fault);

    private static RefreshOptions Bind(string quiet, string most)
    {
        var reader = new OptionsReader(new Dictionary<string, string>
        {
            [OptionNames.RefreshQuiet] = quiet,
            [OptionNames.RefreshMaxWait] = most,
        });
        var options = RefreshOptionsBinder.Bind(reader);
        reader.Verify();
        return options;
    }
}
