using System.Globalization;

namespace Jarpoint.Benchmarks.Functions;

/// <summary>Start of the Lambda executable, native and JIT.</summary>
internal static class FunctionSection
{
    private const double MostMilliseconds = 30;
    private const double MostMebibytes = 45;

    public static async Task<IReadOnlyList<BenchmarkRow>> RunAsync()
    {
        var native = Builds.Native();
        var rows = await new BootstrapStartup().RunAsync(
            native is null ? [("JIT", Builds.Jit)] : [("native", native), ("JIT", Builds.Jit)], CancellationToken.None);
        var first = rows[0];
        return
        [
            .. rows.SelectMany(row => (IEnumerable<BenchmarkRow>)
            [
                Row($"exec to next, {row.Build}", row.Milliseconds, "ms", first.Milliseconds, row.Build, MostMilliseconds),
                Row($"resident memory, {row.Build}", row.MebibytesResident, "MiB", first.MebibytesResident, row.Build, MostMebibytes),
                Row($"files, {row.Build}", row.MebibytesOnDisk, "MiB", first.MebibytesOnDisk, row.Build, null),
            ]),
        ];
    }

    private static BenchmarkRow Row(
        string name, double value, string unit, double first, string build, double? most) => new(
        name,
        BenchmarkProgram.Text(value, unit),
        string.Create(CultureInfo.InvariantCulture, $"{value / first:0.00} ×"),
        most is null || build != "native" ? "" : string.Create(CultureInfo.InvariantCulture, $"≤ {most} {unit}"),
        most is null || build != "native" ? null : value <= most);
}
