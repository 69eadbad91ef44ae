using Jarpoint.Page.Tests.Browsing;
using Jarpoint.Page.Tests.Catalogs;
using static Microsoft.Playwright.Assertions;

namespace Jarpoint.Page.Tests.Journeys;

public sealed class JarJourneys(Chromium chromium)
{
    [Fact]
    public async Task A_jar_shows_its_evidence_providers_dependencies_and_classes()
    {
        await using var site = await ExampleSite.StartAsync();
        await using var visit = await chromium.VisitAsync(site.Page);

        await visit.Link("events-spark_2.12 3.5.1").ClickAsync();

        await Expect(visit.Heading).ToHaveTextAsync("events-spark_2.12 3.5.1");
        await Expect(visit.Region("Evidence, the one believed first, table")).ToContainTextAsync("pom.properties");
        await Expect(visit.Region("Service providers").First).ToContainTextAsync("com.example.events.EventSource");
        await Expect(visit.Region("Dependencies").First).ToContainTextAsync("org.example:core");
        await visit.PictureAsync("jar");
        await visit.Page.GetByLabel("Find a class").FillAsync("events.reader");
        await Expect(visit.Region("Classes").First).ToContainTextAsync("1 class");
        await Expect(visit.Region("Classes").First).ToContainTextAsync("com.example.events.Reader");
    }

    [Fact]
    public async Task A_dependency_that_is_in_the_catalog_leads_to_its_jar()
    {
        await using var site = await ExampleSite.StartAsync();
        await using var visit = await chromium.VisitAsync(site.Page);
        await visit.Link("events-spark_2.12 3.5.1").ClickAsync();

        await visit.Link("core 1.1").ClickAsync();

        await Expect(visit.Heading).ToHaveTextAsync("core 1.1");
    }

    [Fact]
    public async Task The_history_names_every_revision_that_touched_the_jar()
    {
        await using var site = await ExampleSite.StartAsync();
        await using var visit = await chromium.VisitAsync(site.Page);
        await visit.GoAsync("#/jar/jars%2Futil-0.9.jar");
        await Expect(visit.Page.Locator("main")).ToContainTextAsync("was removed");

        await visit.Button("Read the history").ClickAsync();

        var entries = visit.Page.GetByRole(Microsoft.Playwright.AriaRole.List, new() { Name = "History" })
            .GetByRole(Microsoft.Playwright.AriaRole.Listitem);
        await Expect(entries).ToHaveCountAsync(2);
        await Expect(entries.Nth(0)).ToContainTextAsync("catalog@4 removed");
        await Expect(entries.Nth(1)).ToContainTextAsync("catalog@1 described");
        await visit.Link("catalog@1").ClickAsync();
        await Expect(visit.Heading).ToHaveTextAsync("util 0.9");
    }

    [Fact]
    public async Task A_rejected_jar_says_why()
    {
        await using var site = await ExampleSite.StartAsync();
        await using var visit = await chromium.VisitAsync(site.Page);
        await visit.Page.GetByLabel("rejected").CheckAsync();

        await visit.Link("broken.jar").ClickAsync();

        await Expect(visit.Heading).ToHaveTextAsync("broken.jar");
        await Expect(visit.Page.Locator(".notice.bad")).ToContainTextAsync("notAnArchive");
    }

    [Fact]
    public async Task Two_jars_side_by_side_show_the_classes_in_which_they_contradict_each_other()
    {
        await using var site = await ExampleSite.StartAsync();
        await using var visit = await chromium.VisitAsync(site.Page);

        await visit.Page.GetByLabel("Select core 1.0").CheckAsync();
        await visit.Page.GetByLabel("Select core 1.1").CheckAsync();
        await visit.Link("Compare the two").ClickAsync();

        await Expect(visit.Heading).ToHaveTextAsync("core 1.0 and core 1.1");
        await Expect(visit.Page.Locator(".notice")).ToContainTextAsync("1 class in conflict");
        await Expect(visit.Page.Locator(".notice")).ToContainTextAsync("1 class is the same in both, 1 only in the first");
        await Expect(visit.Region("Conflicts")).ToContainTextAsync("org.example.Differs");
        await Expect(visit.Region("Conflicts")).Not.ToContainTextAsync("org.example.Same");
        await visit.PictureAsync("compare");
    }

    [Fact]
    public async Task A_jar_that_is_named_like_a_script_is_just_a_name()
    {
        await using var site = await ExampleSite.StartAsync();
        await using var visit = await chromium.VisitAsync(site.Page);
        await visit.Search.FillAsync("<script>");
        await Expect(visit.Total).ToHaveTextAsync("1 jar of 5");

        await visit.Rows.GetByRole(Microsoft.Playwright.AriaRole.Link).ClickAsync();

        await Expect(visit.Page.Locator(".key").First).ToHaveTextAsync(ExampleSite.Script);
        await Expect(visit.Region("Classes").First).ToContainTextAsync("<script>alert(1)<.script>");
        await Expect(visit.Page.Locator("main script, main img, main b")).ToHaveCountAsync(0);
    }
}
