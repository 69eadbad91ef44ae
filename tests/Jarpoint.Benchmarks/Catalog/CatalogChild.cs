using System.Diagnostics;
using System.Globalization;
using Jarpoint.Catalog.Publishing;
using Jarpoint.Catalog.Reading;

namespace Jarpoint.Benchmarks.Catalog;

/// <summary>
/// One measurement in a process of its own, so that its peak memory is its own. Prints seconds, the peak working set
/// in MiB beyond that of the idle process, and that of the whole process.
/// </summary>
internal static class CatalogChild
{
    public const string Verb = "catalog-child";

    public static async Task<int> RunAsync(string action, string folder)
    {
        var store = new FolderStore(folder);
        var idle = Process.GetCurrentProcess().PeakWorkingSet64;
        var watch = Stopwatch.StartNew();
        var entries = action switch
        {
            "load" => (await new CatalogReader(store, SyntheticCatalog.Layout)
                .LatestAsync(CancellationToken.None)).Entries.Count,
            "publish" => (await SyntheticCatalog.Publisher(store)
                .PublishAsync(CancellationToken.None) as PublishOutcome.Published)?.View.Entries.Count ?? 0,
            _ => throw new ArgumentException($"No such measurement: {action}.", nameof(action)),
        };
        watch.Stop();
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{entries} {watch.Elapsed.TotalSeconds:F3} {Mebibytes(self.PeakWorkingSet64 - idle):F0} {Mebibytes(self.PeakWorkingSet64):F0}"));
        return 0;
    }

    private static double Mebibytes(long bytes) => bytes / (double)(1 << 20);
}
