using Jarpoint.Page.Tests.Browsing;
using Jarpoint.Page.Tests.Catalogs;
using static Microsoft.Playwright.Assertions;

namespace Jarpoint.Page.Tests.Journeys;

public sealed class SearchJourneys(Chromium chromium)
{
    [Fact]
    public async Task Typing_narrows_the_list_and_says_how_many_are_left()
    {
        await using var site = await ExampleSite.StartAsync();
        await using var visit = await chromium.VisitAsync(site.Page);
        await Expect(visit.Total).ToHaveTextAsync("5 jars");

        await visit.Search.PressSequentiallyAsync("core 1.1");

        await Expect(visit.Total).ToHaveTextAsync("1 jar of 5");
        await Expect(visit.Rows).ToHaveCountAsync(1);
        await Expect(visit.Link("core 1.1")).ToBeVisibleAsync();
        await Expect(visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Status)).ToHaveTextAsync("1 jar of 5");
    }

    [Fact]
    public async Task A_filter_narrows_the_list_and_more_of_its_values_can_be_chosen()
    {
        await using var site = await ExampleSite.StartAsync();
        await using var visit = await chromium.VisitAsync(site.Page);

        await visit.Page.GetByLabel("org.example").CheckAsync();
        await Expect(visit.Total).ToHaveTextAsync("2 jars of 5");
        await visit.Page.GetByLabel("com.example.events").CheckAsync();
        await Expect(visit.Total).ToHaveTextAsync("3 jars of 5");
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Group, new() { Name = "Scala" }).GetByLabel("2.12").CheckAsync();

        await Expect(visit.Total).ToHaveTextAsync("1 jar of 5");
        await visit.PictureAsync("filtered");
    }

    [Fact]
    public async Task The_address_brings_back_what_was_searched()
    {
        await using var site = await ExampleSite.StartAsync();
        await using var visit = await chromium.VisitAsync(site.Page);
        await visit.Search.FillAsync("core");
        await visit.Page.GetByLabel("org.example").CheckAsync();
        await Expect(visit.Total).ToHaveTextAsync("2 jars of 5");

        await visit.Page.ReloadAsync();

        await Expect(visit.Search).ToHaveValueAsync("core");
        await Expect(visit.Page.GetByLabel("org.example")).ToBeCheckedAsync();
        await Expect(visit.Total).ToHaveTextAsync("2 jars of 5");
    }

    [Fact]
    public async Task The_keyboard_alone_leads_from_the_search_to_a_jar_and_back()
    {
        await using var site = await ExampleSite.StartAsync();
        await using var visit = await chromium.VisitAsync(site.Page);
        await Expect(visit.Total).ToHaveTextAsync("5 jars");

        await visit.Page.Keyboard.PressAsync("/");
        await Expect(visit.Search).ToBeFocusedAsync();
        await visit.Page.Keyboard.TypeAsync("core");
        await Expect(visit.Total).ToHaveTextAsync("2 jars of 5");
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(visit.Link("core 1.0")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(visit.Link("core 1.1")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Heading).ToHaveTextAsync("core 1.1");
        await Expect(visit.Heading).ToBeFocusedAsync();
        await visit.Page.GoBackAsync();

        await Expect(visit.Search).ToHaveValueAsync("core");
        await Expect(visit.Search).ToBeFocusedAsync();
    }

    [Fact]
    public async Task What_is_committed_meanwhile_appears_without_a_reload()
    {
        await using var site = await ExampleSite.StartAsync();
        await using var visit = await chromium.VisitAsync(site.Page);
        await Expect(visit.Total).ToHaveTextAsync("5 jars");

        await site.CommitAsync(("jars/late-2.0.jar", TestJar.Of("org.example", "late", "2.0")));

        await Expect(visit.Link("late 2.0")).ToBeVisibleAsync();
        await Expect(visit.Total).ToHaveTextAsync("6 jars");
    }

    [Fact]
    public async Task An_empty_catalog_says_that_it_is_empty()
    {
        await using var site = await PageSite.StartAsync();
        await using var visit = await chromium.VisitAsync(site.Page);

        await Expect(visit.Total).ToHaveTextAsync("The catalog is empty.");
    }
}
