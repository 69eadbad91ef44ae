using System.Text.Json;
using Jarpoint.Functions.Cluster;
using Jarpoint.Nodes.Cluster;

namespace Jarpoint.Functions.Tests.Cluster;

/// <summary>Exactly what is sent to change something.</summary>
public sealed class KubernetesWriteTests
{
    private const string Taint = "readiness.k8s.io/jars-mounted";

    private static readonly NodeTaint Ours = new(Taint, null, "NoSchedule");
    private static readonly NodeTaint Foreign = new("node.kubernetes.io/not-ready", null, "NoExecute", "2026-03-04T05:06:08Z");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_taint_is_taken_off_only_while_uid_and_all_taints_are_what_was_read()
    {
        var sent = await SentByAsync(
            nodes => nodes.RemoveTaintAsync(TestCluster.Seen(Foreign, Ours, Foreign with { Value = "" }), Taint, Cancellation));
        sent.Method.ShouldBe("PATCH");
        sent.Target.ShouldBe("/api/v1/nodes/ip-10-0-0-1.eu-west-1.compute.internal");
        sent.Headers["Content-Type"].ShouldBe("application/json-patch+json");
        sent.Body.ShouldBe(
            """[{"op":"test","path":"/metadata/uid","value":"u-1"},"""
            + """{"op":"test","path":"/spec/taints","value":["""
            + """{"key":"node.kubernetes.io/not-ready","effect":"NoExecute","timeAdded":"2026-03-04T05:06:08Z"},"""
            + """{"key":"readiness.k8s.io/jars-mounted","effect":"NoSchedule"},"""
            + """{"key":"node.kubernetes.io/not-ready","value":"","effect":"NoExecute","timeAdded":"2026-03-04T05:06:08Z"}]},"""
            + """{"op":"replace","path":"/spec/taints","value":["""
            + """{"key":"node.kubernetes.io/not-ready","effect":"NoExecute","timeAdded":"2026-03-04T05:06:08Z"},"""
            + """{"key":"node.kubernetes.io/not-ready","value":"","effect":"NoExecute","timeAdded":"2026-03-04T05:06:08Z"}]}]""");
    }

    [Fact]
    public async Task The_last_taint_goes_with_its_list()
    {
        var sent = await SentByAsync(nodes => nodes.RemoveTaintAsync(
            TestCluster.Seen(Ours, Ours with { Effect = "NoExecute" }), Taint, Cancellation));
        JsonDocument.Parse(sent.Body).RootElement[2].GetRawText().ShouldBe("""{"op":"remove","path":"/spec/taints"}""");
    }

    [Fact]
    public async Task A_taint_that_is_not_there_is_gone_without_a_call()
    {
        await using var server = await CannedApi.StartAsync(_ => new CannedApi.Canned(200, "{}"));
        using var nodes = TestCluster.NodesOf(server);
        (await nodes.RemoveTaintAsync(TestCluster.Seen(Foreign), Taint, Cancellation)).ShouldBe(ClusterOutcome.Done);
        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_condition_is_merged_by_its_type_with_times_in_whole_seconds()
    {
        var observed = new DateTimeOffset(2026, 3, 4, 7, 6, 7, 890, TimeSpan.FromHours(2));
        var sent = await SentByAsync(nodes => nodes.SetConditionAsync(
            TestCluster.Seen() with { Name = "ip-10-0-0-1" },
            new MountCondition(ConditionStatus.True, "Mounted", "2 mounts answer", observed, observed.AddSeconds(1)),
            Cancellation));
        sent.Method.ShouldBe("PATCH");
        sent.Target.ShouldBe("/api/v1/nodes/ip-10-0-0-1/status");
        sent.Headers["Content-Type"].ShouldBe("application/strategic-merge-patch+json");
        sent.Body.ShouldBe("""
            {"metadata":{"uid":"u-1"},"status":{"conditions":[{"type":"JarsMounted","status":"True","reason":"Mounted","message":"2 mounts answer",
            "lastHeartbeatTime":"2026-03-04T05:06:07Z","lastTransitionTime":"2026-03-04T05:06:08Z"}]}}
            """.ReplaceLineEndings(string.Empty));
    }

    [Fact]
    public async Task An_event_is_about_the_node_and_has_a_name_of_what_happened()
    {
        var happened = new NodeEvent(
            "ip-10-0-0-1", "u-1", Warning: true, "MountFailed", "denied", new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero));
        var sent = await SentByAsync(nodes => nodes.RecordAsync(happened, Cancellation));
        var again = await SentByAsync(nodes => nodes.RecordAsync(happened, Cancellation));
        var later = await SentByAsync(nodes => nodes.RecordAsync(happened with { At = happened.At.AddTicks(1) }, Cancellation));
        sent.Method.ShouldBe("POST");
        sent.Target.ShouldBe("/api/v1/namespaces/default/events");
        var name = JsonDocument.Parse(sent.Body).RootElement.GetProperty("metadata").GetProperty("name").GetString()!;
        name.ShouldMatch("^ip-10-0-0-1\\.[0-9a-f]{16}$");
        sent.Body.ShouldBe($$"""
            {"apiVersion":"v1","kind":"Event","metadata":{"name":"{{name}}","namespace":"default"},
            "involvedObject":{"apiVersion":"v1","kind":"Node","name":"ip-10-0-0-1","uid":"u-1"},
            "type":"Warning","reason":"MountFailed","message":"denied",
            "firstTimestamp":"2026-03-04T05:06:07Z","lastTimestamp":"2026-03-04T05:06:07Z","count":1,
            "source":{"component":"jarpoint"},"reportingComponent":"jarpoint","reportingInstance":"jarpoint"}
            """.ReplaceLineEndings(string.Empty));
        again.Body.ShouldBe(sent.Body);
        later.Body.ShouldNotBe(sent.Body);
    }

    [Theory]
    [InlineData("x", 2_000)]
    [InlineData("😀", 1_000)]
    public async Task A_message_of_an_event_is_cut_to_what_the_server_takes(string character, int times)
    {
        var message = string.Concat(Enumerable.Repeat(character, times));
        var sent = await SentByAsync(nodes => nodes.RecordAsync(
            new NodeEvent("n1", "u-1", Warning: false, "Mounted", message, DateTimeOffset.UnixEpoch), Cancellation));
        var kept = JsonDocument.Parse(sent.Body).RootElement.GetProperty("message").GetString()!;
        kept.Length.ShouldBeInRange(1_023, 1_024);
        message.ShouldStartWith(kept[..^1]);
        kept.ShouldEndWith("…");
    }

    [Fact]
    public async Task An_event_that_is_there_already_is_recorded()
    {
        await using var server = await CannedApi.StartAsync(_ => TestCluster.Status(409, "AlreadyExists"));
        using var nodes = TestCluster.NodesOf(server);
        await nodes.RecordAsync(
            new NodeEvent("n1", "u-1", Warning: false, "Mounted", "m", DateTimeOffset.UnixEpoch), Cancellation);
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_NodeClaim_is_deleted_by_its_name()
    {
        var sent = await SentByAsync(nodes => nodes.DeleteClaimAsync("spark-x7", Cancellation));
        sent.Method.ShouldBe("DELETE");
        sent.Target.ShouldBe("/apis/karpenter.sh/v1/nodeclaims/spark-x7");
        sent.Body.ShouldBeEmpty();
    }

    private static async Task<CannedApi.Sent> SentByAsync(Func<KubernetesNodes, Task> write)
    {
        await using var server = await CannedApi.StartAsync(_ => new CannedApi.Canned(200, "{}"));
        using var nodes = TestCluster.NodesOf(server);
        await write(nodes);
        return server.Requests.ShouldHaveSingleItem();
    }
}
