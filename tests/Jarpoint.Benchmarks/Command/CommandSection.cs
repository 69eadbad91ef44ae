using System.Globalization;
using Jarpoint.Benchmarks.Catalog;
using Jarpoint.Catalog.Log;
using Jarpoint.Catalog.Storage;

namespace Jarpoint.Benchmarks.Command;

/// <summary>
/// <c>jarpoint ls</c> of 100,000 entries in a folder, some of them told by the log after the snapshot. Times are
/// the best of several runs, memory is the worst. And <c>jarpoint find-class</c>.
/// </summary>
internal static class CommandSection
{
    private const int Entries = 100_000;
    private const int Runs = 7;

    /// <summary>Commits past the snapshot.</summary>
    private const int NewCommits = 20;

    private const double FirstRowLimit = 0.5;
    private const double PeakLimit = 200;

    public static async Task<IReadOnlyList<BenchmarkRow>> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("jarpoint-benchmark-");
        try
        {
            await FillAsync(folder.FullName);
            var rows = new List<BenchmarkRow>();
            foreach (var (name, command) in Commands())
            {
                rows.AddRange(Measure($"ls of 100,000, {name}", command, ["ls", "--catalog", folder.FullName], Entries));
                rows.AddRange(Measure(
                    $"ls --json of 100,000, {name}", command, ["ls", "--json", "--catalog", folder.FullName], Entries));
                rows.AddRange(Measure(
                    $"ls of one among 100,000, {name}",
                    command,
                    ["ls", "org.apache.spark:*:3.5.99999", "--catalog", folder.FullName],
                    1));
            }

            rows.AddRange(await FindClassFigures.RunAsync(Commands()));
            return rows;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The native build that <c>JARPOINT_COMMAND</c> names or <c>cli/publish</c> makes, and the one beside this.</summary>
    private static IEnumerable<(string Name, string Path)> Commands()
    {
        var native = Environment.GetEnvironmentVariable("JARPOINT_COMMAND") ?? "artifacts/publish/jarpoint-linux-x64/jarpoint";
        if (File.Exists(native))
        {
            yield return ("native", Path.GetFullPath(native));
        }
        else
        {
            Console.Error.WriteLine($"no native build at {native}: make it with cli/publish");
        }

        yield return ("JIT", Path.Combine(AppContext.BaseDirectory, "jarpoint"));
    }

    private static IEnumerable<BenchmarkRow> Measure(string name, string command, string[] arguments, int expected)
    {
        var runs = Enumerable.Range(0, Runs).Select(_ => CommandRun.Of(command, arguments)).ToList();
        if (runs.FirstOrDefault(run => run.ExitCode != 0 || run.Rows < expected) is { } wrong)
        {
            throw new InvalidOperationException($"'{name}' ended with {wrong.ExitCode} after {wrong.Rows} lines.");
        }

        var (first, whole, peak) = (runs.Min(static run => run.FirstRow), runs.Min(static run => run.Whole), runs.Max(static run => run.Peak));
        // The target is the native build's; a runtime has to start first.
        var native = name.EndsWith("native", StringComparison.Ordinal);
        yield return new BenchmarkRow(
            $"{name}: first row",
            BenchmarkProgram.Text(first, "s"),
            Target: native ? string.Create(CultureInfo.InvariantCulture, $"≤ {FirstRowLimit} s") : "",
            Reached: native ? first <= FirstRowLimit : null);
        yield return new BenchmarkRow($"{name}: all", BenchmarkProgram.Text(whole, "s"));
        yield return new BenchmarkRow(
            $"{name}: peak",
            BenchmarkProgram.Text(peak, "MiB"),
            Target: native ? string.Create(CultureInfo.InvariantCulture, $"≤ {PeakLimit} MiB") : "",
            Reached: native ? peak <= PeakLimit : null);
    }

    private static async Task FillAsync(string folder)
    {
        var store = new InMemoryObjectStore(storesSha256: false);
        await SyntheticCatalog.FillAsync(store, Entries);
        await SyntheticCatalog.Publisher(store).PublishAsync(CancellationToken.None);
        var writer = new CatalogWriter(store, SyntheticCatalog.Layout, TimeProvider.System);
        for (var i = 0; i < NewCommits; i++)
        {
            await writer.AppendAsync([SyntheticCatalog.Fact(i * 7)], CancellationToken.None);
        }

        await FolderStore.SaveAsync(store, SyntheticCatalog.Layout.Root, folder);
    }
}
