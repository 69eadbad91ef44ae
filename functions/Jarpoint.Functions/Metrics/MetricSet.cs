namespace Jarpoint.Functions.Metrics;

/// <summary>The measurements of one invocation. Not for concurrent use.</summary>
internal sealed class MetricSet
{
    private readonly Dictionary<string, Metric> metrics = [];

    public IEnumerable<Metric> Metrics => metrics.Values;

    /// <summary>Adds to a count. A count of nothing is worth a data point too: an alarm needs to see zeros.</summary>
    public void Count(string name, int count)
    {
        var metric = Of(name, "Count");
        if (metric.Values.Count == 0)
        {
            metric.Values.Add(0);
        }

        metric.Values[0] += count;
    }

    public void Milliseconds(string name, TimeSpan span) => Of(name, "Milliseconds").Values.Add(span.TotalMilliseconds);

    /// <summary>A plain number, such as a revision.</summary>
    public void Number(string name, long value) => Of(name, "None").Values.Add(value);

    private Metric Of(string name, string unit)
    {
        if (!metrics.TryGetValue(name, out var metric))
        {
            metrics[name] = metric = new Metric(name, unit, []);
        }

        return metric;
    }

    /// <param name="Name">One of <see cref="MetricNames"/>.</param>
    /// <param name="Unit">A CloudWatch unit.</param>
    /// <param name="Values">What was measured, in order.</param>
    internal sealed record Metric(string Name, string Unit, List<double> Values);
}
