using Jarpoint.Nodes.Identity;
using Jarpoint.Nodes.Instances;
using Shouldly;
using Xunit;

namespace Jarpoint.Conformance;

/// <summary>What the node logic needs of EC2.</summary>
public abstract class InstanceDirectoryConformance : NodePortConformance<InstancesUnderTest>
{
    private const string Cluster = "conformance";

    [Fact]
    public async Task Finds_a_running_instance_of_a_pool_of_the_cluster()
    {
        var id = await LaunchAsync(Cluster, "spark");

        var found = (await FindAsync(1, id)).ShouldHaveSingleItem();

        (found.Id, found.Pool).ShouldBe((id, "spark"));
        found.LaunchedAt.Offset.ShouldBe(TimeSpan.Zero);
        found.LaunchedAt.Year.ShouldBeGreaterThanOrEqualTo(2024);
    }

    [Fact]
    public async Task Leaves_out_other_clusters_and_instances_without_a_pool()
    {
        var ours = await LaunchAsync(Cluster, "spark");
        var other = await LaunchAsync(Cluster + "-2", "spark");
        var poolless = await Subject.LaunchAsync(
            new Dictionary<string, string> { [InstanceTags.Cluster] = Cluster }, Cancellation);
        var bare = await Subject.LaunchAsync(new Dictionary<string, string>(), Cancellation);

        (await FindAsync(1, ours, other, poolless, bare)).ShouldHaveSingleItem().Id.ShouldBe(ours);
    }

    [Fact]
    public async Task Leaves_out_an_instance_that_was_terminated()
    {
        var id = await LaunchAsync(Cluster, "spark");
        await FindAsync(1, id);
        await Subject.TerminateAsync(id, Cancellation);

        (await FindAsync(0, id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_id_that_EC2_does_not_know_hides_no_other()
    {
        var id = await LaunchAsync(Cluster, "spark");
        InstanceId[] unknown =
            [.. Enumerable.Range(1, 1100).Select(static i => InstanceId.Parse($"i-{0xabc000000 + i:x17}"))];

        (await FindAsync(1, [.. unknown, id])).ShouldHaveSingleItem().Id.ShouldBe(id);
    }

    [Fact]
    public async Task Finds_nothing_for_no_ids()
    {
        await LaunchAsync(Cluster, "spark");

        (await FindAsync(0)).ShouldBeEmpty();
    }

    private Task<InstanceId> LaunchAsync(string cluster, string pool) => Subject.LaunchAsync(
        new Dictionary<string, string> { [InstanceTags.Cluster] = cluster, [InstanceTags.NodePool] = pool },
        Cancellation);

    private Task<IReadOnlyList<PoolInstance>> FindAsync(int expected, params InstanceId[] ids)
        => EventuallyAsync(
            () => Subject.Directory.FindAsync(ids, Cluster, Cancellation), found => found.Count == expected);
}
