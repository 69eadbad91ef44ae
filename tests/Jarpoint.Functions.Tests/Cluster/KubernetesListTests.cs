using System.Text;
using System.Text.Json;
using Jarpoint.Functions.Cluster.Wire;
using Jarpoint.Nodes.Cluster;
using Jarpoint.Nodes.Identity;

namespace Jarpoint.Functions.Tests.Cluster;

/// <summary>What is read of nodes, and how they are paged.</summary>
public sealed class KubernetesListTests
{
    private const string FirstPage = "/api/v1/nodes?labelSelector=karpenter.sh%2Fnodepool&limit=500";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Follows_the_continue_token_to_the_end()
    {
        await using var server = await CannedApi.StartAsync(sent => sent.Target == FirstPage
            ? TestCluster.Page("a+b/c=", TestCluster.Node("n1"))
            : TestCluster.Page(null, TestCluster.Node("n2")));
        using var nodes = TestCluster.NodesOf(server);
        (await TestCluster.ListAsync(nodes)).Select(node => node.Name).ShouldBe(["n1", "n2"]);
        server.Requests.Select(sent => sent.Target).ShouldBe([FirstPage, FirstPage + "&continue=a%2Bb%2Fc%3D"]);
        server.Requests.ShouldAllBe(sent => sent.Headers["Accept"] == "application/json");
    }

    [Fact]
    public async Task Goes_on_with_the_token_that_comes_with_a_410_when_its_own_has_expired()
    {
        await using var server = await CannedApi.StartAsync(sent => sent.Target switch
        {
            FirstPage => TestCluster.Page("old", TestCluster.Node("n1")),
            FirstPage + "&continue=old" => TestCluster.Status(410, "Expired", "fresh"),
            FirstPage + "&continue=fresh" => TestCluster.Page(null, TestCluster.Node("n2")),
            _ => TestCluster.Status(400, "BadRequest"),
        });
        using var nodes = TestCluster.NodesOf(server);
        (await TestCluster.ListAsync(nodes)).Select(node => node.Name).ShouldBe(["n1", "n2"]);
    }

    [Fact]
    public async Task Starts_again_when_a_410_brings_no_token_and_gives_out_no_node_twice()
    {
        var firsts = 0;
        await using var server = await CannedApi.StartAsync(sent => sent.Target == FirstPage
            ? firsts++ == 0
                ? TestCluster.Page("old", TestCluster.Node("n1"))
                : TestCluster.Page(null, TestCluster.Node("n1"), TestCluster.Node("n2"))
            : TestCluster.Status(410, "Expired"));
        using var nodes = TestCluster.NodesOf(server);
        (await TestCluster.ListAsync(nodes)).Select(node => node.Name).ShouldBe(["n1", "n2"]);
    }

    [Fact]
    public async Task Gives_up_on_tokens_that_always_expire()
    {
        await using var server = await CannedApi.StartAsync(sent => sent.Target == FirstPage
            ? TestCluster.Page("old")
            : TestCluster.Status(410, "Expired", "old"));
        using var nodes = TestCluster.NodesOf(server);
        await Should.ThrowAsync<IOException>(TestCluster.ListAsync(nodes));
        server.Requests.Count.ShouldBe(7);
    }

    [Fact]
    public async Task Reads_of_a_node_what_concerns_us()
    {
        await using var server = await CannedApi.StartAsync(_ => new CannedApi.Canned(200, """
            {"kind":"Node","apiVersion":"v1","metadata":{"name":"ip-10-0-0-1","uid":"u-1","resourceVersion":"77",
              "creationTimestamp":"2026-03-04T05:06:07Z","deletionTimestamp":"2026-03-04T06:00:00Z",
              "labels":{"a":"b","karpenter.sh/nodepool":"spark","karpenter.sh/registered":"true",
                "karpenter.sh/initialized":"true"},
              "ownerReferences":[{"apiVersion":"v1","kind":"NodeClaim","name":"other","uid":"1"},
                {"apiVersion":"karpenter.sh/v1","kind":"NodeClaim","name":"spark-x7","uid":"2"}]},
             "spec":{"providerID":"aws:///eu-west-1a/i-0123456789abcdef0","taints":[
               {"key":"node.kubernetes.io/not-ready","effect":"NoExecute","timeAdded":"2026-03-04T05:06:08Z"},
               {"key":"readiness.k8s.io/jars-mounted","value":"pending","effect":"NoSchedule"}]},
             "status":{"conditions":[{"type":"Ready","status":"True"},
               {"type":"JarsMounted","status":"False","reason":"MountFailed","message":"403",
                "lastHeartbeatTime":"2026-03-04T05:10:00Z","lastTransitionTime":"2026-03-04T05:09:00Z"}],
               "images":[{"names":["x"],"sizeBytes":1}]}}
            """));
        using var nodes = TestCluster.NodesOf(server);
        var node = (await nodes.GetAsync("ip-10-0-0-1", Cancellation)).ShouldNotBeNull();
        (node with { Taints = [] }).ShouldBe(new ClusterNode
        {
            Name = "ip-10-0-0-1",
            Uid = "u-1",
            Instance = InstanceId.Parse("i-0123456789abcdef0"),
            Pool = "spark",
            Registered = true,
            Initialized = true,
            Deleting = true,
            CreatedAt = new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero),
            Taints = [],
            Condition = new MountCondition(
                ConditionStatus.False,
                "MountFailed",
                "403",
                new DateTimeOffset(2026, 3, 4, 5, 10, 0, TimeSpan.Zero),
                new DateTimeOffset(2026, 3, 4, 5, 9, 0, TimeSpan.Zero)),
            NodeClaim = "spark-x7",
        });
        node.Taints.ShouldBe(
        [
            new NodeTaint("node.kubernetes.io/not-ready", null, "NoExecute", "2026-03-04T05:06:08Z"),
            new NodeTaint("readiness.k8s.io/jars-mounted", "pending", "NoSchedule"),
        ]);
    }

    [Fact]
    public async Task A_node_without_a_condition_or_with_one_of_no_known_status_is_not_ready()
    {
        await using var server = await CannedApi.StartAsync(_ => TestCluster.Page(
            null,
            TestCluster.Node("n1"),
            TestCluster.Node("n2").Replace(
                "\"status\":{}",
                "\"status\":{\"conditions\":[{\"type\":\"JarsMounted\",\"status\":\"Perhaps\"}]}",
                StringComparison.Ordinal)));
        using var nodes = TestCluster.NodesOf(server);
        var found = await TestCluster.ListAsync(nodes);
        found[0].Condition.ShouldBeNull();
        found[0].Instance.ShouldBeNull();
        found[0].Registered.ShouldBeFalse();
        found[0].Initialized.ShouldBeFalse();
        found[1].Condition.ShouldBe(new MountCondition(
            ConditionStatus.Unknown, string.Empty, string.Empty, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public async Task An_absent_node_is_null()
    {
        await using var server = await CannedApi.StartAsync(_ => TestCluster.Status(404, "NotFound"));
        using var nodes = TestCluster.NodesOf(server);
        (await nodes.GetAsync("n1", Cancellation)).ShouldBeNull();
        server.Requests.ShouldHaveSingleItem().Target.ShouldBe("/api/v1/nodes/n1");
    }

    [Theory]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("a?b")]
    [InlineData("")]
    [InlineData("Node")]
    public async Task A_name_that_could_be_another_address_is_refused(string name)
    {
        await using var server = await CannedApi.StartAsync(_ => TestCluster.Status(404, "NotFound"));
        using var nodes = TestCluster.NodesOf(server);
        await Should.ThrowAsync<ArgumentException>(() => nodes.GetAsync(name, Cancellation));
        await Should.ThrowAsync<ArgumentException>(() => nodes.DeleteClaimAsync(name, Cancellation));
        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_of_500_whole_nodes_costs_a_fraction_of_its_size()
    {
        var image = $$"""{"names":["{{new string('i', 180)}}"]}""";
        var images = $$""","x":{"images":[{{string.Join(',', Enumerable.Repeat(image, 50))}}]}""";
        var nodes = Enumerable.Range(0, 500).Select(i => TestCluster.Node($"n{i}", images)).ToArray();
        var page = Encoding.UTF8.GetBytes(TestCluster.Page("more", nodes).Body);
        page.Length.ShouldBeGreaterThan(4_000_000);
        await ReadAsync(page);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var read = ReadAsync(page);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        read.IsCompletedSuccessfully.ShouldBeTrue();
        (await read).ShouldBe(500);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{page.Length:N0} bytes of JSON, {allocated:N0} bytes allocated");
        allocated.ShouldBeLessThan(page.Length / 6);
    }

    private static async Task<int> ReadAsync(byte[] page)
    {
        using var body = new MemoryStream(page);
        var list = await JsonSerializer.DeserializeAsync(body, KubernetesJson.Default.NodeListJson, Cancellation);
        return list!.Items!.Select(NodeReader.Of).OfType<ClusterNode>().Count();
    }
}
