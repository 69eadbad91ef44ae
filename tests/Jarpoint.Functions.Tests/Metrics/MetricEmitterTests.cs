using System.Reflection;
using System.Text.Json;
using Jarpoint.Functions.Logging;
using Jarpoint.Functions.Metrics;
using Microsoft.Extensions.Time.Testing;

namespace Jarpoint.Functions.Tests.Metrics;

public sealed class MetricEmitterTests : IDisposable
{
    private readonly MemoryStream output = new();
    private readonly MetricEmitter emitter;

    public MetricEmitterTests()
    {
        var correlation = new InvocationCorrelation("example");
        correlation.Begin("r-1");
        emitter = new MetricEmitter(
            new LogLines(output), correlation, new FakeTimeProvider(DateTimeOffset.FromUnixTimeMilliseconds(1772600767089)));
    }

    public void Dispose() => output.Dispose();

    [Fact]
    public void A_line_is_valid_embedded_metric_format_with_counts_spans_and_numbers()
    {
        var set = new MetricSet();
        set.Count("JarsDescribed", 2);
        set.Count("JarsDescribed", 3);
        set.Milliseconds("UploadToCatalogued", TimeSpan.FromSeconds(1.5));
        set.Milliseconds("UploadToCatalogued", TimeSpan.FromSeconds(2));
        set.Number("CommitRevision", 42);
        emitter.Emit(set);
        var line = JsonLine.All(output.ToArray()).ShouldHaveSingleItem();
        EmbeddedMetricFormat.Validate(line.Root);
        line["JarsDescribed"].ShouldBe("5");
        line["UploadToCatalogued"].ShouldBe("[1500,2000]");
        line["CommitRevision"].ShouldBe("42");
        line["Function"].ShouldBe("example");
        line["requestId"].ShouldBe("r-1");
        line.Root.GetProperty("_aws").GetProperty("Timestamp").GetInt64().ShouldBe(1772600767089);
    }

    [Theory]
    [InlineData(100, 1)]
    [InlineData(101, 2)]
    [InlineData(250, 3)]
    public void More_values_than_a_line_takes_go_on_further_lines_and_none_is_lost(int values, int lines)
    {
        var set = new MetricSet();
        set.Count("JarsDescribed", values);
        for (var n = 0; n < values; n++)
        {
            set.Milliseconds("UploadToCatalogued", TimeSpan.FromMilliseconds(n));
        }

        emitter.Emit(set);
        var written = JsonLine.All(output.ToArray());
        written.Count.ShouldBe(lines);
        foreach (var line in written)
        {
            EmbeddedMetricFormat.Validate(line.Root);
        }

        written.Count(line => line["JarsDescribed"] is not null).ShouldBe(1);
        written.Select(line => line.Root.GetProperty("UploadToCatalogued")).SelectMany(Numbers)
            .ShouldBe(Enumerable.Range(0, values).Select(n => (double)n));
    }

    [Fact]
    public void No_measurement_writes_no_line()
    {
        emitter.Emit(new MetricSet());
        output.Length.ShouldBe(0);
    }

    [Fact]
    public void Every_metric_is_named_as_its_constant()
        => typeof(MetricNames).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.Name is not (nameof(MetricNames.Namespace) or nameof(MetricNames.FunctionDimension)))
            .ShouldAllBe(field => (string)field.GetRawConstantValue()! == field.Name);

    private static IEnumerable<double> Numbers(JsonElement value)
        => value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().Select(one => one.GetDouble())
            : [value.GetDouble()];
}
