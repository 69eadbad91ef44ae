using System.Globalization;
using Jarpoint.Benchmarks.Catalog;
using Jarpoint.Catalog.Page;
using Jarpoint.Catalog.Publishing;
using Jarpoint.Catalog.Reading;
using Jarpoint.Catalog.Storage;
using Jarpoint.LocalCloud.Hosting;
using Jarpoint.Page.Tests.Browsing;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;

namespace Jarpoint.Benchmarks.Page;

/// <summary>
/// The catalog page with 100,000 entries in headless Chromium: opened until jars are listed, and typed into, a key when
/// the last one is answered. Measured by the browser's own clock.
/// </summary>
internal static class PageSection
{
    private const int Entries = 100_000;
    private const int Turns = 5;
    private const string Typed = "connector-42 3.5.4";

    public static async Task<IReadOnlyList<BenchmarkRow>> RunAsync()
    {
        var store = new InMemoryObjectStore();
        await SyntheticCatalog.FillAsync(store, Entries);
        await SyntheticCatalog.Publisher(store).PublishAsync(CancellationToken.None);
        var view = await new CatalogReader(store, SyntheticCatalog.Layout).LatestAsync(CancellationToken.None);
        await new PagePublication(store, SyntheticCatalog.Layout, TimeProvider.System)
            .FollowAsync(new PublishedCatalog(view), CancellationToken.None, CancellationToken.None);
        await using var server = await LoopbackServer.StartAsync(
            0, context => ServeAsync(store, context), CancellationToken.None);
        var address = new Uri(server.Address, SyntheticCatalog.Layout.Root + "page/index.html").AbsoluteUri;
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = ChromiumFile.Find(),
            Args = ["--no-sandbox", "--disable-dev-shm-usage"],
        });
        var (loads, keys) = (new List<double>(), new List<double>());
        for (var turn = 0; turn < Turns; turn++)
        {
            var page = await browser.NewPageAsync();
            loads.Add(await LoadAsync(page, address));
            keys.AddRange(await TypeAsync(page));
            await page.CloseAsync();
        }

        return
        [
            Row("opened to 100,000 jars listed, median", Median(loads), 2000),
            new BenchmarkRow("opened to listed, slowest", BenchmarkProgram.Text(loads.Max(), "ms")),
            Row("key to result, median", Median(keys), 50),
            new BenchmarkRow("key to result, slowest", BenchmarkProgram.Text(keys.Max(), "ms")),
        ];
    }

    private static async Task<double> LoadAsync(IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.WaitForFunctionAsync("() => performance.getEntriesByName('keystroke').length === 1");
        return await page.EvaluateAsync<double>(
            "() => { const [first] = performance.getEntriesByName('keystroke'); return first.startTime + first.duration; }");
    }

    private static async Task<double[]> TypeAsync(IPage page)
    {
        await page.FocusAsync("#search");
        var answered = 1;
        foreach (var key in Typed)
        {
            await page.Keyboard.TypeAsync(key.ToString());
            answered++;
            await page.WaitForFunctionAsync("count => performance.getEntriesByName('keystroke').length >= count", answered);
        }

        return await page.EvaluateAsync<double[]>(
            "() => performance.getEntriesByName('keystroke').slice(1).map(each => each.duration)");
    }

    private static async Task ServeAsync(InMemoryObjectStore store, HttpContext context)
    {
        var key = context.Request.Path.Value![1..];
        if (await store.GetAsync(new ObjectReference(key), context.RequestAborted) is not GetOutcome.Found found)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await using var content = found.Content;
        context.Response.ContentType = TypeOf(key);
        await content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    // The store in memory keeps no types.
    private static string TypeOf(string key)
        => CatalogPage.Current.Files.Prepend(CatalogPage.Current.Index)
            .FirstOrDefault(asset => key.EndsWith("/" + asset.Name, StringComparison.Ordinal))?.ContentType
            ?? "application/octet-stream";

    private static BenchmarkRow Row(string name, double milliseconds, double target) => new(
        name,
        BenchmarkProgram.Text(milliseconds, "ms"),
        Target: target.ToString("0 ms", CultureInfo.InvariantCulture),
        Reached: milliseconds <= target);

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
