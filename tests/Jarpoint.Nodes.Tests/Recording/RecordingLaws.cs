using FsCheck.Xunit;
using Jarpoint.Nodes.Cluster;
using Jarpoint.Nodes.Recording;

namespace Jarpoint.Nodes.Tests.Recording;

[Properties(MaxTest = 100)]
public sealed class RecordingLaws
{
    private static readonly int?[] Exits = [0, 0, 0, 9, 10, 11, 12, 6, null];

    [Property]
    public async Task Any_order_and_duplication_of_reports_gives_the_same_condition_and_taints(byte[] ends, int seed)
    {
        var world = new NodeWorld();
        var id = world.Join(1);
        var reports = new List<InvocationReport>();
        foreach (var end in ends)
        {
            // Now and then two commands of the same second.
            world.Clock.Advance(TimeSpan.FromSeconds(end % 3));
            reports.Add(await world.ReportAsync(
                id, Exits[end % Exits.Length], document: end % 2 == 0 ? world.Policy.MountDocument : world.Policy.CareDocument));
        }

        var start = await world.NodeAsync(id);
        await InBatchesAsync(world, reports, 1);
        var inOrder = await world.NodeAsync(id);

        world.Nodes.Add(start);
        var random = new Random(seed);
        var shuffled = reports.Concat(reports.Where(_ => random.Next(2) == 0)).ToArray();
        random.Shuffle(shuffled);
        await InBatchesAsync(world, shuffled, 1 + random.Next(4));
        var outOfOrder = await world.NodeAsync(id);

        outOfOrder.Condition?.Status.ShouldBe(inOrder.Condition.ShouldNotBeNull().Status);
        (outOfOrder.Condition is null).ShouldBe(inOrder.Condition is null);
    }

    [Property]
    public async Task No_taint_goes_unless_the_node_is_registered_and_mounted_and_none_of_another(
        byte[] ends, bool registered, bool deleting)
    {
        var world = new NodeWorld();
        var id = world.Join(1, node => node with { Registered = registered, Deleting = deleting });
        var mounted = false;
        foreach (var end in ends)
        {
            world.Clock.Advance(TimeSpan.FromSeconds(1));
            await world.RecordAsync(await world.ReportAsync(
                id, Exits[end % Exits.Length], document: end % 2 == 0 ? world.Policy.MountDocument : world.Policy.CareDocument));
            var node = await world.NodeAsync(id);
            mounted |= node.Condition?.Status is ConditionStatus.True;
            node.Taints.ShouldContain(NodeWorld.OtherTaint);
            node.HasTaint(world.Policy.Taint).ShouldBe(!(mounted && registered && !deleting));
        }
    }

    private static async Task InBatchesAsync(NodeWorld world, IEnumerable<InvocationReport> reports, int size)
    {
        foreach (var batch in reports.Chunk(size))
        {
            await world.Recorder.RecordAsync(batch, NodeWorld.Cancellation);
        }
    }
}
