using Jarpoint.Functions.Handlers.Refresh;
using Jarpoint.Functions.Options;

namespace Jarpoint.Functions.Tests.Handlers;

public sealed class RefreshDebounceTests
{
    [Theory]
    [InlineData(0, 0, 5)]
    [InlineData(4.2, 4.2, 1)]
    [InlineData(5, 5, null)]
    [InlineData(58, 0, 2)]
    [InlineData(60, 0, null)]
    [InlineData(3600, 3600, null)]
    [InlineData(-100, -100, 5)]
    [InlineData(10, -100, 5)]
    public void Waits_for_quiet_but_no_longer_than_its_patience(double oldest, double newest, int? seconds)
    {
        var now = Notifications.At;
        var commits = new UnrefreshedCommits(1, now.AddSeconds(-oldest), now.AddSeconds(-newest), []);
        RefreshDebounce.Wait(commits, now, new RefreshOptions())
            .ShouldBe(seconds is { } wait ? TimeSpan.FromSeconds(wait) : null);
    }
}
