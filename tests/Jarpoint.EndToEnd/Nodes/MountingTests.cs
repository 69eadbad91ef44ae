using Jarpoint.Catalog.Log;
using Jarpoint.LocalCloud.Hosting;
using Jarpoint.LocalCloud.Machines;

namespace Jarpoint.EndToEnd.Nodes;

/// <summary>The real functions, real SSM documents, a real kernel.</summary>
public sealed class MountingTests
{
    [Fact]
    public async Task Launched_nodes_read_the_bucket_before_their_taint_goes()
    {
        await using var fleet = await RunningFleet.StartRealAsync();
        var jar = JarFile.Of("org.example", "a", "1");
        await fleet.UploadAsync("jars/team/a-1.jar", jar);

        fleet.Launch(3);
        var nodes = await fleet.ReadyAsync();

        nodes.Count.ShouldBe(3);
        foreach (var node in nodes)
        {
            node.Reason.ShouldBe("Mounted");
            node.Phases.Ready.ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(node.Phases.Mounted.ShouldNotBeNull());
            node.Phases.Ready.ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(node.Phases.Registered.ShouldNotBeNull());
            var read = await fleet.RunAsync(node, "stat -c %s /mnt/jarpoint/s3/jars/team/a-1.jar");
            read.Output.Trim().ShouldBe(RunningFleet.Number(jar.Length), read.Error);
        }
    }

    [Theory]
    [InlineData(Breakage.Kill)]
    [InlineData(Breakage.Freeze)]
    [InlineData(Breakage.Unmount)]
    public async Task A_broken_mount_is_back_without_a_person(Breakage how)
    {
        await using var fleet = await RunningFleet.StartRealAsync();
        await fleet.UploadAsync("jars/team/a-1.jar", JarFile.Of("org.example", "a", "1"));
        fleet.Launch(1);
        var before = (await fleet.ReadyAsync()).Single().Mounts.Single();

        var node = (await fleet.ReadyAsync()).Single();
        await fleet.Fleet.BreakAsync(node.Instance, how, TestContext.Current.CancellationToken);
        await fleet.UntilAsync(nodes =>
            nodes.Single().Mounts is [{ Mounted: true, Daemon: { } daemon }] && daemon != before.Daemon);

        var read = await fleet.RunAsync(node, "for i in {1..3000}; do ls /mnt/jarpoint/s3/jars/team && exit; sleep 0.1; done");
        read.Output.ShouldContain("a-1.jar");
    }

    [Fact]
    public async Task A_burst_of_uploads_leads_to_one_refresh_and_every_node_sees_every_jar()
    {
        await using var fleet = await RunningFleet.StartRealAsync();
        await fleet.UploadAsync("jars/team/old-1.jar", JarFile.Of("org.example", "old", "1"));
        fleet.Launch(2);
        var nodes = await fleet.ReadyAsync();
        var newer = JarFile.Of("org.example", "old-and-longer-than-before", "1.0.0");
        foreach (var node in nodes)
        {
            // Looked up too early: absent, and remembered as absent; the old size remembered too.
            (await fleet.RunAsync(node, "stat /mnt/jarpoint/s3/jars/team/new-9.jar")).ExitCode.ShouldBe(1);
            (await fleet.RunAsync(node, "stat /mnt/jarpoint/s3/jars/team/old-1.jar")).ExitCode.ShouldBe(0);
        }

        // The first upload's refresh comes late on a busy machine.
        await fleet.QuiesceAsync();
        var refreshes = Refreshes(fleet);
        var revision = (await fleet.CommitsAfterAsync(0))[^1].Revision;
        await fleet.UploadAsync("jars/team/old-1.jar", newer);
        for (var number = 0; number < 10; number++)
        {
            await fleet.UploadAsync($"jars/team/new-{RunningFleet.Number(number)}.jar", JarFile.Of("org.example", "new", "1"));
        }

        foreach (var node in nodes)
        {
            var read = await fleet.RunAsync(
                node,
                $$"""
                for i in {1..3000}; do
                  [[ -e /mnt/jarpoint/s3/jars/team/new-9.jar && $(stat -c %s /mnt/jarpoint/s3/jars/team/old-1.jar) == {{RunningFleet.Number(newer.Length)}} ]] && exit 0
                  sleep 0.1
                done
                exit 1
                """);
            read.ExitCode.ShouldBe(0, read.Output + read.Error);
        }

        await fleet.QuiesceAsync();
        (Refreshes(fleet) - refreshes).ShouldBeInRange(1, Bursts(await fleet.CommitsAfterAsync(revision)));
    }

    // One, unless the machine is so busy that commits come with pauses near to the one that ends a burst.
    private static int Bursts(IReadOnlyList<CatalogCommit> commits)
        => 1 + commits.Zip(commits.Skip(1))
            .Count(static pair => pair.Second.At - pair.First.At >= JarpointDeployment.RefreshQuiet / 2);

    private static int Refreshes(RunningFleet fleet) => fleet.Fleet.Commands.Of("jarpoint-care", "refresh");
}
