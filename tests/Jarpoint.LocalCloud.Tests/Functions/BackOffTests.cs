using Jarpoint.LocalCloud.Functions;

namespace Jarpoint.LocalCloud.Tests.Functions;

public sealed class BackOffTests
{
    [Fact]
    public void The_pause_doubles_with_each_failure_up_to_a_limit_and_ends_with_a_success()
    {
        var backOff = new BackOff(TimeProvider.System);
        var pauses = new List<double>();
        for (var i = 0; i < 10; i++)
        {
            pauses.Add(backOff.Pause.TotalSeconds);
            backOff.Count(failed: true);
        }

        pauses.ShouldBe([0, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 10, 10]);
        backOff.Count(failed: false);
        backOff.Pause.ShouldBe(TimeSpan.Zero);
    }
}
