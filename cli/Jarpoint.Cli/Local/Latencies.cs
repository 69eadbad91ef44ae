namespace Jarpoint.Cli.Local;

/// <summary>Durations and their percentiles by the nearest-rank method.</summary>
internal sealed class Latencies
{
    private readonly List<TimeSpan> values = [];

    public int Count => values.Count;

    public void Add(TimeSpan value) => values.Add(value);

    /// <param name="percent">Above 0 and at most 100.</param>
    public TimeSpan Percentile(double percent)
    {
        if (values.Count == 0)
        {
            return TimeSpan.Zero;
        }

        var sorted = values.Order().ToList();
        var rank = (int)Math.Ceiling(percent / 100 * sorted.Count);
        return sorted[Math.Clamp(rank, 1, sorted.Count) - 1];
    }
}
