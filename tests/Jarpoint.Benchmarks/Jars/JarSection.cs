using System.Globalization;
using Jarpoint.Jars;
using Jarpoint.Jars.Sources;

namespace Jarpoint.Benchmarks.Jars;

/// <summary>Describing the largest real jars of the machine, beside the tools people list them with.</summary>
internal static class JarSection
{
    private const int Jars = 24;
    private const int Runs = 7;
    private const long Large = 20L << 20;

    public static async Task<IReadOnlyList<BenchmarkRow>> RunAsync()
    {
        var jars = JarSelection.Largest(Folders(), Jars);
        var rows = await new JarBenchmark(jars, Runs).RunAsync();
        return
        [
            await InventoryAsync(jars),
            .. rows.Select(row => new BenchmarkRow(
                row.Name,
                BenchmarkProgram.Text(row.Seconds * 1000, "ms"),
                string.Create(CultureInfo.InvariantCulture, $"{row.Ratio:0.00} × ours"),
                Target(row.Name),
                Reached(row.Name, row.Ratio))),
            .. (await RangeCost.MeasureAsync(jars, Large)).Select(Cost),
        ];
    }

    private static IEnumerable<string> Folders() =>
    [
        Environment.GetEnvironmentVariable("JARPOINT_TEST_JARS") ?? "artifacts/test-jars",
        "/usr/share/java",
        "/usr/share/maven/lib",
    ];

    private static string Target(string name) => name switch
    {
        "unzip -l per jar" => "≥ 3 × ours",
        "zipinfo -1 per jar" => "> 1 × ours",
        _ => "",
    };

    private static bool? Reached(string name, double ratio) => name switch
    {
        "unzip -l per jar" => ratio >= 3,
        "zipinfo -1 per jar" => ratio > 1,
        _ => null,
    };

    private static BenchmarkRow Cost(RangeCost cost) => new(
        $"range reads of {cost.Jar}, {BenchmarkProgram.Text(cost.Size / 1048576.0, "MiB")}",
        string.Create(CultureInfo.InvariantCulture, $"{cost.Requests} requests, {cost.Bytes / 1024} KiB"),
        string.Create(CultureInfo.InvariantCulture, $"directory + {(cost.Bytes - cost.Directory) / 1024.0:0} KiB"),
        "≤ 3, directory + 384 KiB",
        cost.Requests <= 3 && cost.Bytes <= cost.Directory + (384 << 10));

    private static async Task<BenchmarkRow> InventoryAsync(IReadOnlyList<string> jars)
    {
        var reader = new JarReader(new JarReaderOptions { Depth = JarReadDepth.Ranges });
        var (entries, bytes) = (0L, 0L);
        foreach (var jar in jars)
        {
            using var source = FileJarSource.Open(jar);
            bytes += source.Size;
            entries += await reader.ReadAsync(source, Path.GetFileName(jar), CancellationToken.None)
                is JarReadOutcome.Described(var description) ? description.Entries : 0;
        }

        return new BenchmarkRow(
            $"{jars.Count} jars",
            string.Create(CultureInfo.InvariantCulture, $"{bytes >> 20} MiB, {entries} entries"));
    }
}
