using Jarpoint.Cli.Local;

namespace Jarpoint.Cli.Tests.Local;

public sealed class LatenciesTests
{
    [Fact]
    public void Takes_the_nearest_rank_of_the_sorted_durations()
    {
        var latencies = new Latencies();
        foreach (var milliseconds in Enumerable.Range(1, 100).Reverse())
        {
            latencies.Add(TimeSpan.FromMilliseconds(milliseconds));
        }

        latencies.Percentile(50).ShouldBe(TimeSpan.FromMilliseconds(50));
        latencies.Percentile(99).ShouldBe(TimeSpan.FromMilliseconds(99));
        latencies.Percentile(100).ShouldBe(TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public void Is_zero_without_durations() => new Latencies().Percentile(50).ShouldBe(TimeSpan.Zero);
}
