using Jarpoint.Nodes.Cluster;
using Jarpoint.Nodes.Identity;
using Shouldly;
using Xunit;

namespace Jarpoint.Conformance;

/// <summary>What the node logic needs of the Kubernetes API.</summary>
public abstract class ClusterNodesConformance : NodePortConformance<ClusterUnderTest>
{
    private const string Key = "readiness.k8s.io/jars-mounted";

    private static readonly NodeTaint Ours = new(Key, null, "NoSchedule");
    private static readonly NodeTaint Other = new("example.com/gpu", "yes", "NoExecute");
    private static readonly DateTimeOffset At = new(2026, 1, 5, 8, 30, 15, TimeSpan.Zero);

    private IClusterNodes Nodes => Subject.Nodes;

    [Fact]
    public async Task Reads_a_node_as_it_is()
    {
        var node = await AddAsync("one", static node => node with { Registered = true });

        (node.Pool, node.Registered, node.Deleting, node.Condition).ShouldBe(("spark", true, false, null));
        node.Instance.ShouldBe(InstanceId.Parse("i-0000000000000000a"));
        node.Uid.ShouldNotBeEmpty();
        node.HasTaint(Key).ShouldBeTrue();
        node.Taints.Select(static taint => taint with { TimeAdded = null }).ShouldContain(Other);
        (await Nodes.GetAsync("absent", Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task Does_not_take_a_node_for_registered_that_Karpenter_has_not_labelled()
        => (await AddAsync("one")).Registered.ShouldBeFalse();

    [Fact]
    public async Task Lists_every_node_of_a_pool_over_all_pages()
    {
        for (var i = 0; i < 520; i++)
        {
            await Subject.AddAsync(Node($"node-{i:D3}"), Cancellation);
        }

        await Subject.AddAsync(Node("poolless") with { Pool = "" }, Cancellation);
        var names = new List<string>();
        await foreach (var node in Nodes.ListAsync(Cancellation))
        {
            names.Add(node.Name);
        }

        names.Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(0, 520).Select(static i => $"node-{i:D3}"));
    }

    [Fact]
    public async Task Takes_our_taint_off_and_no_other()
    {
        var node = await AddAsync("one");

        (await Nodes.RemoveTaintAsync(node, Key, Cancellation)).ShouldBe(ClusterOutcome.Done);

        (await ReadAsync("one")).Taints.ShouldBe(node.Taints.Where(static taint => taint.Key != Key));
    }

    [Fact]
    public async Task Says_conflict_and_changes_nothing_when_the_taints_are_not_as_they_were_read()
    {
        var node = await AddAsync("one");
        await Subject.TaintAsync("one", new NodeTaint("example.com/new", null, "NoSchedule"), Cancellation);

        (await Nodes.RemoveTaintAsync(node, Key, Cancellation)).ShouldBe(ClusterOutcome.Conflict);

        var now = await ReadAsync("one");
        now.HasTaint(Key).ShouldBeTrue();
        now.HasTaint("example.com/new").ShouldBeTrue();
        (await Nodes.RemoveTaintAsync(now, Key, Cancellation)).ShouldBe(ClusterOutcome.Done);
    }

    [Fact]
    public async Task Never_writes_to_another_node_of_the_same_name()
    {
        var node = await AddAsync("one");
        await Subject.RemoveAsync("one", Cancellation);
        (await Nodes.RemoveTaintAsync(node, Key, Cancellation)).ShouldBe(ClusterOutcome.Gone);
        await Subject.AddAsync(Node("one"), Cancellation);

        (await Nodes.RemoveTaintAsync(node with { Uid = "another" }, Key, Cancellation))
            .ShouldBeOneOf(ClusterOutcome.Conflict, ClusterOutcome.Gone);
        (await ReadAsync("one")).HasTaint(Key).ShouldBeTrue();
    }

    [Fact]
    public async Task Sets_the_condition_and_touches_no_other()
    {
        var node = await AddAsync("one");
        await Subject.WriteConditionAsync("one", "Ready", Cancellation);
        var condition = new MountCondition(
            ConditionStatus.False, "MountDead", "It \"is\" dead:\n\u00e9", At, At.AddSeconds(-5));

        (await Nodes.SetConditionAsync(node, condition, Cancellation)).ShouldBe(ClusterOutcome.Done);
        (await ReadAsync("one")).Condition.ShouldBe(condition);

        var next = condition with { Status = ConditionStatus.True, Reason = "Mounted", ObservedAt = At.AddMinutes(1) };
        (await Nodes.SetConditionAsync(node, next, Cancellation)).ShouldBe(ClusterOutcome.Done);
        (await ReadAsync("one")).Condition.ShouldBe(next);
        (await Subject.ConditionsAsync("one", Cancellation)).ShouldContain("Ready");
        (await Nodes.SetConditionAsync(node with { Name = "absent" }, next, Cancellation)).ShouldBe(ClusterOutcome.Gone);
    }

    [Fact]
    public async Task A_node_of_the_same_name_that_came_later_does_not_get_the_condition()
    {
        var node = await AddAsync("one");
        var earlier = node with { Uid = "00000000-0000-4000-8000-000000000000" };

        (await Nodes.SetConditionAsync(
            earlier, new MountCondition(ConditionStatus.True, "Mounted", "", At, At), Cancellation)).ShouldBe(ClusterOutcome.Gone);

        (await ReadAsync("one")).Condition.ShouldBeNull();
    }

    [Fact]
    public async Task Keeps_whole_seconds_of_a_condition_as_the_condition_itself_does()
    {
        var node = await AddAsync("one");
        var condition = new MountCondition(
            ConditionStatus.True, "Mounted", "ok", At.AddMilliseconds(999), At.AddTicks(1));

        await Nodes.SetConditionAsync(node, condition, Cancellation);

        var kept = (await ReadAsync("one")).Condition.ShouldNotBeNull();
        (kept.ObservedAt, kept.ChangedAt).ShouldBe((At, At));
        kept.ShouldBe(condition);
    }

    [Fact]
    public async Task A_condition_does_not_stand_in_the_way_of_the_taint()
    {
        var node = await AddAsync("one");
        await Nodes.SetConditionAsync(
            node, new MountCondition(ConditionStatus.True, "Mounted", "", At, At), Cancellation);

        (await Nodes.RemoveTaintAsync(node, Key, Cancellation)).ShouldBe(ClusterOutcome.Done);
    }

    [Fact]
    public async Task Records_an_Event_about_the_node()
    {
        var node = await AddAsync("one");
        var happened = new NodeEvent("one", node.Uid, true, "MountDead", new string('x', 2000), At);

        await Nodes.RecordAsync(happened, Cancellation);
        await Nodes.RecordAsync(happened with { Warning = false, Reason = "Mounted", Message = "ok" }, Cancellation);

        var events = await Subject.EventsAsync("one", Cancellation);
        events.Select(static seen => (seen.Reason, seen.Warning))
            .ShouldBe([("MountDead", true), ("Mounted", false)], ignoreOrder: true);
        events.ShouldAllBe(seen => seen.Uid == node.Uid);
    }

    [Fact]
    public async Task Deletes_a_NodeClaim_once()
    {
        await AddAsync("one", static node => node with { NodeClaim = "claim-one" });
        (await ReadAsync("one")).NodeClaim.ShouldBe("claim-one");

        (await Nodes.DeleteClaimAsync("claim-one", Cancellation)).ShouldBe(ClusterOutcome.Done);

        (await Subject.HasClaimAsync("claim-one", Cancellation)).ShouldBeFalse();
        (await Nodes.DeleteClaimAsync("absent", Cancellation)).ShouldBe(ClusterOutcome.Gone);
    }

    private static ClusterNode Node(string name) => new()
    {
        Name = name,
        Uid = "",
        Instance = InstanceId.Parse("i-0000000000000000a"),
        Pool = "spark",
        CreatedAt = At,
        Taints = [Other, Ours],
    };

    private async Task<ClusterNode> AddAsync(string name, Func<ClusterNode, ClusterNode>? change = null)
    {
        var node = Node(name);
        await Subject.AddAsync(change?.Invoke(node) ?? node, Cancellation);
        return await ReadAsync(name);
    }

    private async Task<ClusterNode> ReadAsync(string name)
        => (await Nodes.GetAsync(name, Cancellation)).ShouldNotBeNull();
}
