using Jarpoint.LocalCloud.Fleet;
using Jarpoint.LocalCloud.Machines;
using Jarpoint.Page.Tests.Browsing;
using Jarpoint.Page.Tests.Catalogs;
using static Microsoft.Playwright.Assertions;

namespace Jarpoint.Page.Tests.Journeys;

public sealed class SparkJourneys(Chromium chromium)
{
    [Fact]
    public async Task Chosen_jars_become_lines_for_Spark()
    {
        await using var site = await ExampleSite.StartAsync();
        await using var visit = await chromium.VisitAsync(site.Page);
        await visit.Page.GetByLabel("Select core 1.1").CheckAsync();
        await visit.Page.GetByLabel("Select events-spark_2.12 3.5.1").CheckAsync();
        await visit.Page.GetByText("2 jars selected", new() { Exact = true }).ClickAsync();
        var lines = visit.Page.GetByLabel("Lines to paste");

        await Expect(lines).ToHaveValueAsync(
            "spark.jars  local:///mnt/jarpoint/s3/jars/core-1.1.jar,local:///mnt/jarpoint/s3/jars/spark/events-spark_2.12-3.5.1.jar");
        await visit.Page.GetByLabel("Bucket mounted at").FillAsync("/mnt/s3/");
        await visit.Page.GetByLabel("As", new() { Exact = true }).SelectOptionAsync("yaml");

        await Expect(lines).ToHaveValueAsync(
            "deps:\n  jars:\n    - \"local:///mnt/s3/jars/core-1.1.jar\"\n    - \"local:///mnt/s3/jars/spark/events-spark_2.12-3.5.1.jar\"");
        await visit.PictureAsync("basket");
        await visit.Button("Copy spark.jars").ClickAsync();
        await Expect(visit.Button("Copied")).ToBeVisibleAsync();
        (await visit.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()")).ShouldStartWith("deps:");
    }

    [Fact]
    public async Task Chosen_jars_outlast_a_reload_and_can_be_cleared()
    {
        await using var site = await ExampleSite.StartAsync();
        await using var visit = await chromium.VisitAsync(site.Page);
        await visit.Page.GetByLabel("Select core 1.1").CheckAsync();

        await visit.Page.ReloadAsync();
        await Expect(visit.Page.GetByLabel("Select core 1.1")).ToBeCheckedAsync();
        await visit.Button("Clear").ClickAsync();

        await Expect(visit.Page.GetByLabel("Select core 1.1")).Not.ToBeCheckedAsync();
        await Expect(visit.Page.Locator("#basket")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Nodes_and_their_mounts_are_shown_where_the_laptop_cloud_serves_the_page()
    {
        await using var site = await PageSite.StartAsync(Node("node-a", "True"), Node("node-b", "False"));
        await using var visit = await chromium.VisitAsync(site.Page);

        await visit.Link("Nodes").ClickAsync();

        await Expect(visit.Page.Locator("main")).ToContainTextAsync("1 of 2 nodes ready");
        await Expect(visit.Region("Nodes, table")).ToContainTextAsync("/mnt/jarpoint/s3");
        await Expect(visit.Region("Nodes, table")).ToContainTextAsync("MountFailed: no credentials");
        await visit.PictureAsync("nodes");
    }

    private static FleetNode Node(string name, string mounted) => new()
    {
        Instance = "i-0" + name[^1],
        Node = name,
        Pool = "spark",
        State = "running",
        Registered = true,
        Tainted = mounted != "True",
        Mounted = mounted,
        Reason = mounted == "True" ? "Mounted" : "MountFailed",
        Message = mounted == "True" ? null : "no credentials",
        Mounts = mounted == "True" ? [new MachineMount("/mnt/jarpoint/s3", 42, true)] : [],
        Phases = new FleetPhases(DateTimeOffset.UnixEpoch),
    };
}
