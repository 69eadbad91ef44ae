using Jarpoint.Page.Tests.Browsing;
using Jarpoint.Page.Tests.Catalogs;
using static Microsoft.Playwright.Assertions;

namespace Jarpoint.Page.Tests.Journeys;

/// <summary>Somebody goes on before the page has shown what was asked for.</summary>
public sealed class HasteJourneys(Chromium chromium)
{
    [Fact]
    public async Task Only_who_looks_for_something_else_changes_the_address()
    {
        await using var site = await ExampleSite.StartAsync();
        await using var visit = await chromium.VisitAsync(site.Page);
        await visit.GoAsync("#/changes");
        await Expect(visit.Heading).ToHaveTextAsync("Changes");
        // A list that is shown late would write its own address over the one that was gone to meanwhile.
        await visit.Page.EvaluateAsync(
            "() => { window.written = []; history.replaceState = (state, title, hash) => written.push(hash); }");

        await visit.GoAsync("#/");
        await Expect(visit.Total).ToHaveTextAsync("5 jars");
        (await visit.Page.EvaluateAsync<string[]>("() => written")).ShouldBeEmpty();

        await visit.Search.FillAsync("core");
        await Expect(visit.Total).ToHaveTextAsync("2 jars of 5");
        (await visit.Page.EvaluateAsync<string[]>("() => written")).ShouldBe(["#/?q=core"]);
    }

    [Fact]
    public async Task What_comes_late_does_not_take_the_place_of_what_was_gone_to()
    {
        await using var site = await ExampleSite.StartAsync();
        await using var visit = await chromium.VisitAsync(site.Page);
        await Expect(visit.Total).ToHaveTextAsync("5 jars");
        var goOn = new TaskCompletionSource();
        await visit.Page.RouteAsync("**/*.json.gz", async request =>
        {
            await goOn.Task;
            await request.ContinueAsync();
        });
        await visit.GoAsync($"#/compare/{Uri.EscapeDataString(ExampleSite.Core10)}/{Uri.EscapeDataString(ExampleSite.Core11)}");
        await Expect(visit.Page.Locator("main")).ToHaveTextAsync("Comparing…");

        await visit.GoAsync("#/");
        await Expect(visit.Total).ToHaveTextAsync("5 jars");
        await visit.Page.RunAndWaitForRequestFinishedAsync(
            () => { goOn.SetResult(); return Task.CompletedTask; },
            new() { Predicate = static request => request.Url.EndsWith(".json.gz", StringComparison.Ordinal) });
        foreach (var (text, total) in new[] { ("core 1.1", "1 jar of 5"), ("core", "2 jars of 5"), ("", "5 jars") })
        {
            await visit.Search.FillAsync(text);
            await Expect(visit.Total).ToHaveTextAsync(total);
            await Expect(visit.Heading).ToHaveTextAsync("Jars");
        }
    }
}
