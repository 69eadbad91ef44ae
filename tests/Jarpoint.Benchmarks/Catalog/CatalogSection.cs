using System.Globalization;

namespace Jarpoint.Benchmarks.Catalog;

/// <summary>The catalog at 100,000 entries.</summary>
internal static class CatalogSection
{
    public static async Task<IReadOnlyList<BenchmarkRow>> RunAsync()
        => [.. (await CatalogBenchmarks.RunAsync()).Select(static figure => new BenchmarkRow(
            figure.Name,
            BenchmarkProgram.Text(figure.Value, figure.Unit),
            Target: figure.Limit is { } limit
                ? string.Create(CultureInfo.InvariantCulture, $"≤ {limit} {figure.Unit}")
                : "",
            Reached: figure.Limit is null ? null : figure.Met))];
}
