using System.Diagnostics;
using System.Globalization;
using Jarpoint.Catalog.Announcing;
using Jarpoint.Catalog.Maven;
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
            "follow" => await FollowAsync(store),
            _ => throw new ArgumentException($"No such measurement: {action}.", nameof(action)),
        };
        watch.Stop();
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{entries} {watch.Elapsed.TotalSeconds:F3} {Mebibytes(self.PeakWorkingSet64 - idle):F0} {Mebibytes(self.PeakWorkingSet64):F0}"));
        return 0;
    }

    /// <summary>
    /// Publishes, and brings what reads the revision before as well up to the new one, all at once as the function does: the
    /// Maven repository and the telling of events.
    /// </summary>
    private static async Task<int> FollowAsync(FolderStore store)
    {
        var reader = new CatalogReader(store, SyntheticCatalog.Layout);
        var published = (PublishOutcome.Published)await SyntheticCatalog.Publisher(store).PublishAsync(CancellationToken.None);
        IPublication[] publications =
        [
            new MavenRepository(store, store, SyntheticCatalog.Layout, reader, new MavenOptions(), TimeProvider.System),
            new JarAnnouncements(store, SyntheticCatalog.Layout, reader, new Nobody()),
        ];
        var catalog = new PublishedCatalog(published.View);
        var followed = await Task.WhenAll(publications.Select(
            publication => publication.FollowAsync(catalog, CancellationToken.None, CancellationToken.None)));
        return followed.All(static done => done) ? published.View.Entries.Count : 0;
    }

    /// <summary>To whom events are told.</summary>
    internal sealed class Nobody : IJarAnnouncer
    {
        public Task AnnounceAsync(IReadOnlyList<JarEvent> events, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private static double Mebibytes(long bytes) => bytes / (double)(1 << 20);
}
