using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Jarpoint.Catalog.Announcing;
using Jarpoint.Catalog.Log;
using Jarpoint.Catalog.Maven;
using Jarpoint.Catalog.Publishing;
using Jarpoint.Catalog.Reading;
using Jarpoint.Catalog.Storage;

namespace Jarpoint.Benchmarks.Catalog;

/// <summary>
/// What the catalog costs when it is large. Times are the best of several runs, memory is the worst; load and publish
/// run in a process of their own, which <c>Program</c> starts for <see cref="CatalogChild.Verb"/>.
/// </summary>
internal static class CatalogBenchmarks
{
    private const int Small = 100;
    private const int Large = 100_000;
    private const int Runs = 5;

    /// <summary>Turns of the two catalogs; the least of each counts, since garbage of the other may fall into any.</summary>
    private const int Turns = 25;
    private const int Commits = 400;

    /// <summary>Commits past the snapshot, to be folded in by every load and published by every publish.</summary>
    private const int NewCommits = 20;

    public static async Task<IReadOnlyList<CatalogFigure>> RunAsync()
    {
        var (small, large) = (await PublishedAsync(Small), await PublishedAsync(Large));
        var folder = Directory.CreateTempSubdirectory("jarpoint-benchmark-");
        try
        {
            await CommitAsync(large, NewCommits);
            await FolderStore.SaveAsync(large, SyntheticCatalog.Layout.Root, folder.FullName);
            var head = Path.Combine(folder.FullName, SyntheticCatalog.Layout.Head);
            var published = await File.ReadAllBytesAsync(head);
            var load = Measure("load", folder.FullName);
            var publish = Measure("publish", folder.FullName, () => File.WriteAllBytes(head, published));
            var revision = RevisionOf(published);
            var maven = FileOf(folder.FullName, "maven.json");
            var told = FileOf(folder.FullName, "announced.json");
            var announced = await MarkToldAsync(new FolderStore(folder.FullName), revision, told);
            var follow = Measure("follow", folder.FullName, () =>
            {
                File.WriteAllBytes(head, published);
                File.WriteAllText(maven, MavenMarkAt(revision));
                File.WriteAllBytes(told, announced);
            });
            return
            [
                .. await CommitsAsync(small, large),
                new CatalogFigure("load 100,000 entries", load.Seconds, "s", 1),
                new CatalogFigure("load 100,000 entries, peak of the process", load.Peak, "MiB", 200),
                new CatalogFigure("publish 100,000 entries", publish.Seconds, "s", 2),
                new CatalogFigure("publish 100,000 entries, peak of the process", publish.Peak, "MiB", 256),
                new CatalogFigure("publish 100,000 entries, Maven repository and events follow", follow.Seconds, "s"),
                new CatalogFigure(
                    "publish 100,000 entries, Maven repository and events follow, peak of the process", follow.Peak, "MiB", 768),
            ];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string FileOf(string folder, string name)
        => Path.Combine(folder, SyntheticCatalog.Layout.Root + name);

    private static long RevisionOf(byte[] head)
    {
        using var document = JsonDocument.Parse(head);
        return document.RootElement.GetProperty("revision").GetInt64();
    }

    /// <summary>The mark of events that are told up to a revision.</summary>
    private static async Task<byte[]> MarkToldAsync(FolderStore store, long revision, string file)
    {
        var reader = new CatalogReader(store, SyntheticCatalog.Layout);
        await new JarAnnouncements(store, SyntheticCatalog.Layout, reader, new CatalogChild.Nobody()).FollowAsync(
            new PublishedCatalog(revision, reader, CancellationToken.None), CancellationToken.None, CancellationToken.None);
        return await File.ReadAllBytesAsync(file);
    }

    /// <summary>A repository that stands where the catalog's head does.</summary>
    private static string MavenMarkAt(long revision)
    {
        var point = new JsonObject { ["revision"] = revision, ["inPlace"] = new MavenOptions().InPlace };
        return new JsonObject { ["format"] = "jarpoint.maven/1", ["mark"] = new JsonObject { ["done"] = point } }
            .ToJsonString();
    }

    private static async Task<InMemoryObjectStore> PublishedAsync(int entries)
    {
        var store = new InMemoryObjectStore(storesSha256: false);
        await SyntheticCatalog.FillAsync(store, entries);
        await SyntheticCatalog.Publisher(store).PublishAsync(CancellationToken.None);
        return store;
    }

    private static async Task<IReadOnlyList<CatalogFigure>> CommitsAsync(
        InMemoryObjectStore small, InMemoryObjectStore large)
    {
        var (first, second) = (await CommitAsync(small, Commits), await CommitAsync(large, Commits));
        for (var turn = 1; turn < Turns; turn++)
        {
            var (a, b) = (await CommitAsync(small, Commits), await CommitAsync(large, Commits));
            first = first with { Microseconds = Math.Min(first.Microseconds, a.Microseconds) };
            second = second with { Microseconds = Math.Min(second.Microseconds, b.Microseconds) };
        }

        return
        [
            new CatalogFigure("commit at 100,000 entries", second.Microseconds, "µs"),
            new CatalogFigure(
                "commit, time at 100,000 over 100", second.Microseconds / first.Microseconds, "×", 1.2),
            new CatalogFigure("commit, requests at 100,000 over 100", second.Requests / first.Requests, "×", 1.2),
            new CatalogFigure("commit, bytes at 100,000 over 100", second.Bytes / first.Bytes, "×", 1.2),
        ];
    }

    /// <summary>The mean cost of one-fact commits by one writer, its look for the end of the log included.</summary>
    private static async Task<(double Microseconds, double Requests, double Bytes)> CommitAsync(
        InMemoryObjectStore store, int commits)
    {
        var writer = new CatalogWriter(store, SyntheticCatalog.Layout, TimeProvider.System);
        var before = store.Usage;
        GC.Collect();
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < commits; i++)
        {
            await writer.AppendAsync([SyntheticCatalog.Fact(i)], CancellationToken.None);
        }

        watch.Stop();
        var cost = store.Usage - before;
        return (
            watch.Elapsed.TotalMicroseconds / commits,
            cost.Requests / (double)commits,
            (cost.BytesRead + cost.BytesWritten) / (double)commits);
    }

    private static (double Seconds, double Peak) Measure(string action, string folder, Action? before = null)
    {
        var (seconds, peak) = (double.MaxValue, 0d);
        for (var run = 0; run < Runs; run++)
        {
            before?.Invoke();
            var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Jarpoint.Benchmarks")) { RedirectStandardOutput = true };
            foreach (var argument in (string[])[CatalogChild.Verb, action, folder])
            {
                start.ArgumentList.Add(argument);
            }

            using var child = Process.Start(start)
                ?? throw new InvalidOperationException($"The measurement '{action}' did not start.");
            var words = child.StandardOutput.ReadToEnd().Split(' ', StringSplitOptions.TrimEntries);
            child.WaitForExit();
            if (child.ExitCode != 0 || words is not [var entries, var time, _, var whole]
                || entries != Large.ToString(CultureInfo.InvariantCulture))
            {
                throw new InvalidOperationException($"'{action}' ended with {child.ExitCode}: {string.Join(' ', words)}");
            }

            seconds = Math.Min(seconds, double.Parse(time, CultureInfo.InvariantCulture));
            peak = Math.Max(peak, double.Parse(whole, CultureInfo.InvariantCulture));
        }

        return (seconds, peak);
    }
}
