using System.Globalization;
using Jarpoint.Catalog.Storage;

namespace Jarpoint.Benchmarks.Command;

/// <summary><c>jarpoint find-class</c> against a bucket behind HTTP whose every answer is counted; the best time of several runs.</summary>
internal static class FindClassFigures
{
    private const int Runs = 7;
    private const double TimeLimit = 1;
    private const int RequestLimit = 3;

    public static async Task<IReadOnlyList<BenchmarkRow>> RunAsync(IEnumerable<(string Name, string Path)> commands)
    {
        var store = new InMemoryObjectStore(storesSha256: false);
        await SyntheticClasses.FillAsync(store);
        await using var bucket = new ServedBucket(store);
        await bucket.StartAsync();
        var rows = new List<BenchmarkRow>();
        foreach (var (name, command) in commands)
        {
            rows.AddRange(Measure($"find-class, simple name, {name}", command, "Class7", bucket, SyntheticClasses.Jars));
            rows.AddRange(Measure(
                $"find-class, qualified, {name}", command, "org.apache.spark.connector42.part1.Class42", bucket, SyntheticClasses.Jars / 100));
            rows.AddRange(Measure($"find-class, in every jar, {name}", command, SyntheticClasses.Bundled, bucket, SyntheticClasses.Jars));
        }

        return rows;
    }

    /// <param name="name">Of the figures.</param>
    /// <param name="command">The file to run.</param>
    /// <param name="wanted">The class.</param>
    /// <param name="bucket">Where the catalog is.</param>
    /// <param name="copies">How many jars have it: rows of the answer, besides heading and sum.</param>
    private static IEnumerable<BenchmarkRow> Measure(string name, string command, string wanted, ServedBucket bucket, int copies)
    {
        var (best, most, bytes) = (double.MaxValue, 0, 0L);
        for (var i = 0; i < Runs; i++)
        {
            bucket.Forget();
            var run = CommandRun.Of(command, ["find-class", wanted, "--catalog", $"s3://{ServedBucket.Name}"], bucket.Environment);
            if (run.ExitCode != 0 || run.Rows != copies + 2)
            {
                throw new InvalidOperationException($"'{name}' ended with {run.ExitCode} after {run.Rows} lines.");
            }

            (best, most, bytes) = (Math.Min(best, run.Whole), Math.Max(most, bucket.Requests), Math.Max(bytes, bucket.Bytes));
        }

        yield return new BenchmarkRow(
            $"{name}: time",
            BenchmarkProgram.Text(best, "s"),
            Target: string.Create(CultureInfo.InvariantCulture, $"≤ {TimeLimit} s"),
            Reached: best <= TimeLimit);
        yield return new BenchmarkRow(
            $"{name}: requests",
            most.ToString(CultureInfo.InvariantCulture),
            Target: string.Create(CultureInfo.InvariantCulture, $"≤ {RequestLimit}"),
            Reached: most <= RequestLimit);
        yield return new BenchmarkRow($"{name}: bytes", BenchmarkProgram.Text(bytes / 1024d, "KiB"));
    }
}
