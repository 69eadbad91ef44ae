using System.Text.Json;
using Jarpoint.Functions.Logging;

namespace Jarpoint.Functions.Metrics;

/// <summary>
/// Writes metrics as log lines in CloudWatch's embedded metric format: no call, no agent, nothing to wait for.
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
/// </summary>
internal sealed class MetricEmitter(LogLines lines, InvocationCorrelation correlation, TimeProvider clock)
{
    /// <summary>The format takes this many values per metric and line.</summary>
    private const int MostValues = 100;

    public void Emit(MetricSet set)
    {
        var rest = set.Metrics.ToList();
        for (var from = 0; rest.Count > 0; from += MostValues)
        {
            var slice = rest.ConvertAll(metric => metric with { Values = [.. metric.Values.Skip(from).Take(MostValues)] });
            lines.Write((Emitter: this, slice), static (json, line) => line.Emitter.Write(json, line.slice));
            rest.RemoveAll(metric => metric.Values.Count <= from + MostValues);
        }
    }

    private void Write(Utf8JsonWriter json, List<MetricSet.Metric> metrics)
    {
        json.WriteStartObject("_aws");
        json.WriteNumber("Timestamp", clock.GetUtcNow().ToUnixTimeMilliseconds());
        json.WriteStartArray("CloudWatchMetrics");
        json.WriteStartObject();
        json.WriteString("Namespace", MetricNames.Namespace);
        json.WriteStartArray("Dimensions");
        json.WriteStartArray();
        json.WriteStringValue(MetricNames.FunctionDimension);
        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteStartArray("Metrics");
        foreach (var metric in metrics)
        {
            json.WriteStartObject();
            json.WriteString("Name", metric.Name);
            json.WriteString("Unit", metric.Unit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteString(MetricNames.FunctionDimension, correlation.Function);
        json.WriteString("requestId", correlation.RequestId);
        foreach (var metric in metrics)
        {
            WriteValues(json, metric);
        }
    }

    private static void WriteValues(Utf8JsonWriter json, MetricSet.Metric metric)
    {
        json.WritePropertyName(metric.Name);
        if (metric.Values is [var only])
        {
            json.WriteNumberValue(only);
            return;
        }

        json.WriteStartArray();
        metric.Values.ForEach(json.WriteNumberValue);
        json.WriteEndArray();
    }
}
