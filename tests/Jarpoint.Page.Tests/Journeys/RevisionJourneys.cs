using System.Text;
using Jarpoint.Page.Tests.Browsing;
using Jarpoint.Page.Tests.Catalogs;
using static Microsoft.Playwright.Assertions;

namespace Jarpoint.Page.Tests.Journeys;

public sealed class RevisionJourneys(Chromium chromium)
{
    [Fact]
    public async Task An_earlier_revision_shows_the_jars_of_then()
    {
        await using var site = await ExampleSite.StartAsync();
        await using var visit = await chromium.VisitAsync(site.Page);
        await Expect(visit.Total).ToHaveTextAsync("5 jars");

        await visit.Page.GetByText("catalog@4").ClickAsync();
        await visit.Page.GetByLabel("Revision, 1 to 4").FillAsync("1");
        await visit.Page.Keyboard.PressAsync("Enter");

        await Expect(visit.Total).ToHaveTextAsync("2 jars");
        await Expect(visit.Link("util 0.9")).ToBeVisibleAsync();
        await visit.Link("util 0.9").ClickAsync();
        await Expect(visit.Heading).ToHaveTextAsync("util 0.9");
        await Expect(visit.Page.GetByText("catalog@1")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Changes_between_two_revisions_name_what_came_and_what_went()
    {
        await using var site = await ExampleSite.StartAsync();
        await using var visit = await chromium.VisitAsync(site.Page);
        await visit.Link("Changes").ClickAsync();

        await visit.Page.GetByLabel("From revision").FillAsync("1");
        await visit.Button("Compare").ClickAsync();

        var changes = visit.Page.GetByRole(Microsoft.Playwright.AriaRole.List, new() { Name = "Changes" })
            .GetByRole(Microsoft.Playwright.AriaRole.Listitem);
        await Expect(changes).ToHaveCountAsync(5);
        await Expect(changes.Filter(new() { HasText = ExampleSite.Core11 })).ToContainTextAsync("added");
        await Expect(changes.Filter(new() { HasText = "jars/util-0.9.jar" })).ToContainTextAsync("removed");
        await visit.PictureAsync("changes");
    }

    [Fact]
    public async Task A_revision_that_does_not_exist_ends_in_a_sentence()
    {
        await using var site = await ExampleSite.StartAsync();
        await using var visit = await chromium.VisitAsync(site.Page);

        await visit.GoAsync("#/?at=99");

        await Expect(visit.Heading).ToHaveTextAsync("This cannot be shown");
        await Expect(visit.Page.Locator(".notice")).ToHaveTextAsync("There is no revision 99; the newest is 4.");
    }

    [Fact]
    public async Task A_snapshot_that_was_cut_is_made_up_for_from_the_log()
    {
        await using var site = await ExampleSite.StartAsync();
        await site.OverwriteAsync("snapshots/00000000000000000002.json.gz", "cut"u8.ToArray());
        await using var visit = await chromium.VisitAsync(site.Page);

        await Expect(visit.Total).ToHaveTextAsync("5 jars");
    }

    [Fact]
    public async Task A_format_of_the_future_ends_in_a_sentence()
    {
        await using var site = await ExampleSite.StartAsync();
        await site.OverwriteAsync("head.json", Encoding.UTF8.GetBytes("""{"format":"jarpoint.head/2","revision":4}"""));
        await using var visit = await chromium.VisitAsync(site.Page);

        await Expect(visit.Page.Locator(".notice")).ToContainTextAsync("jarpoint.head/2; this page reads jarpoint.head/1");
    }
}
