using System.Text.RegularExpressions;
using Jarpoint.Page.Tests.Browsing;
using Jarpoint.Page.Tests.Catalogs;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Jarpoint.Page.Tests.Journeys;

/// <summary>For whoever cannot see it well, and on whatever screen.</summary>
public sealed partial class ReachJourneys(Chromium chromium)
{
    private static readonly string[] Views =
    [
        "#/", "#/jar/jars%2Fspark%2Fevents-spark_2.12-3.5.1.jar", "#/compare/jars%2Fcore-1.0.jar/jars%2Fcore-1.1.jar",
        "#/changes?from=1&to=4", "#/nodes", "#/jar/jars%2Fbroken.jar", "#/?at=99",
    ];

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_no_fault_in_any_view(ColorScheme scheme)
    {
        await using var site = await ExampleSite.StartAsync();
        await using var visit = await chromium.VisitAsync(site.Page, scheme: scheme);
        await visit.Page.GetByLabel("Select core 1.1").CheckAsync();
        foreach (var view in Views)
        {
            await ShowAsync(visit, view);
            await visit.Page.Locator("#basket summary").ClickAsync();
            (await Axe.FaultsAsync(visit)).ShouldBeEmpty(view);
            await Expect(visit.Page.Locator("body")).Not.ToContainTextAsync(Nothing());
        }

        await ShowAsync(visit, "#/");
        await visit.PictureAsync($"jars-{scheme}");
    }

    [Theory]
    [InlineData(360)]
    [InlineData(640)]
    public async Task On_a_phone_nothing_is_wider_than_the_screen(int width)
    {
        await using var site = await ExampleSite.StartAsync();
        await using var visit = await chromium.VisitAsync(site.Page, width, 740);
        foreach (var view in Views)
        {
            await ShowAsync(visit, view);
            (await visit.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, view);
        }

        await visit.GoAsync("#/");
        await Expect(visit.Rows).ToHaveCountAsync(5);
        await visit.PictureAsync($"phone-{width}");
    }

    [Fact]
    public async Task Skipping_to_the_content_passes_over_the_links()
    {
        await using var site = await ExampleSite.StartAsync();
        await using var visit = await chromium.VisitAsync(site.Page);
        await Expect(visit.Total).ToHaveTextAsync("5 jars");

        await visit.Page.Keyboard.PressAsync("Tab");
        await Expect(visit.Link("Skip to content")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Enter");

        await Expect(visit.Page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
    }

    [GeneratedRegex(@"\b(null|undefined|NaN|\[object)\b")]
    private static partial Regex Nothing();

    // From another page, so that nothing of the view before is taken for this one.
    private static async Task ShowAsync(Visit visit, string view)
    {
        await visit.Page.GotoAsync("about:blank");
        await visit.GoAsync(view);
        await Expect(visit.Heading).ToHaveCountAsync(1);
        await Expect(visit.Page.Locator(".loading")).ToHaveCountAsync(0);
    }
}
