using System.Text.Json;

namespace Jarpoint.Functions.Tests.Metrics;

/// <summary>
/// The rules of CloudWatch's embedded metric format, as its specification and JSON schema state them.
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
/// </summary>
internal static class EmbeddedMetricFormat
{
    private static readonly string[] Units =
    [
        "Seconds", "Microseconds", "Milliseconds", "Bytes", "Kilobytes", "Megabytes", "Gigabytes", "Terabytes", "Bits",
        "Kilobits", "Megabits", "Gigabits", "Terabits", "Percent", "Count", "Bytes/Second", "Kilobytes/Second",
        "Megabytes/Second", "Gigabytes/Second", "Terabytes/Second", "Bits/Second", "Kilobits/Second", "Megabits/Second",
        "Gigabits/Second", "Terabits/Second", "Count/Second", "None",
    ];

    public static void Validate(JsonElement root)
    {
        var metadata = root.GetProperty("_aws");
        metadata.GetProperty("Timestamp").GetInt64().ShouldBeInRange(0, 253_402_300_799_999);
        foreach (var directive in metadata.GetProperty("CloudWatchMetrics").EnumerateArray())
        {
            directive.GetProperty("Namespace").GetString().ShouldNotBeNull().Length.ShouldBeInRange(1, 1024);
            foreach (var set in directive.GetProperty("Dimensions").EnumerateArray())
            {
                set.GetArrayLength().ShouldBeInRange(0, 30);
                foreach (var dimension in set.EnumerateArray())
                {
                    root.GetProperty(dimension.GetString()!).GetString().ShouldNotBeNull().Length.ShouldBeInRange(1, 1024);
                }
            }

            var metrics = directive.GetProperty("Metrics");
            metrics.GetArrayLength().ShouldBeInRange(1, 100);
            foreach (var metric in metrics.EnumerateArray())
            {
                Validate(root, metric);
            }
        }
    }

    private static void Validate(JsonElement root, JsonElement metric)
    {
        metric.EnumerateObject().Select(member => member.Name).ShouldBeSubsetOf(["Name", "Unit", "StorageResolution"]);
        metric.GetProperty("Unit").GetString().ShouldBeOneOf(Units);
        var target = root.GetProperty(metric.GetProperty("Name").GetString()!);
        if (target.ValueKind == JsonValueKind.Array)
        {
            target.GetArrayLength().ShouldBeInRange(1, 100);
            target.EnumerateArray().ShouldAllBe(value => value.ValueKind == JsonValueKind.Number);
        }
        else
        {
            target.ValueKind.ShouldBe(JsonValueKind.Number);
        }
    }
}
