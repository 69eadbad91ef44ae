using Jarpoint.Functions.Cluster;
using Jarpoint.Nodes.Cluster;

namespace Jarpoint.Functions.Tests.Cluster;

/// <summary>What the adapter makes of answers that are no success.</summary>
public sealed class KubernetesFaultTests
{
    private const string Taint = "readiness.k8s.io/jars-mounted";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(404, "NotFound", "Gone")]
    [InlineData(409, "Conflict", "Conflict")]
    [InlineData(422, "Invalid", "Conflict")]
    [InlineData(400, "BadRequest", "KubernetesRequestException")]
    [InlineData(403, "Forbidden", "KubernetesAccessDeniedException")]
    [InlineData(401, "Unauthorized", "KubernetesAccessDeniedException")]
    [InlineData(429, "TooManyRequests", "KubernetesRequestException")]
    [InlineData(500, "InternalError", "KubernetesRequestException")]
    [InlineData(503, "ServiceUnavailable", "KubernetesRequestException")]
    public async Task Classifies_the_failure_of_a_write_by_its_code(int code, string reason, string expected)
    {
        await using var server = await CannedApi.StartAsync(_ => TestCluster.Status(code, reason));
        using var nodes = TestCluster.NodesOf(server);
        (await NameAsync(nodes.RemoveTaintAsync(
            TestCluster.Seen(new NodeTaint(Taint, null, "NoSchedule")), Taint, Cancellation))).ShouldBe(expected);
        (await NameAsync(nodes.DeleteClaimAsync("spark-x7", Cancellation))).ShouldBe(expected);
    }

    [Fact]
    public async Task A_refusal_names_the_verb_and_the_resource()
    {
        await using var server = await CannedApi.StartAsync(_ => TestCluster.Status(403, "Forbidden"));
        using var nodes = TestCluster.NodesOf(server);
        var condition = new MountCondition(
            ConditionStatus.True, "Mounted", "m", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);
        var fault = await Should.ThrowAsync<KubernetesAccessDeniedException>(
            nodes.SetConditionAsync(TestCluster.Seen() with { Name = "ip-10-0-0-1" }, condition, Cancellation));
        fault.Message.ShouldBe(
            "patch nodes/status ip-10-0-0-1: cluster spark forbids verb patch on resource nodes/status (403): "
            + "grant it to the Kubernetes group of the access entry");
        server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(409, "Conflict", 6)]
    [InlineData(422, "Invalid", 2)]
    public async Task A_condition_that_admission_refuses_is_a_fault_and_no_other_node(int code, string reason, int requests)
    {
        await using var server = await CannedApi.StartAsync(sent => sent.Method == "PATCH"
            ? TestCluster.Status(code, reason)
            : new CannedApi.Canned(200, """
                {"metadata":{"name":"n1","uid":"u-1","creationTimestamp":"2026-01-01T00:00:00Z",
                "labels":{"karpenter.sh/nodepool":"spark"}}}
                """));
        using var nodes = TestCluster.NodesOf(server);
        var condition = new MountCondition(
            ConditionStatus.True, "Mounted", "m", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);

        await Should.ThrowAsync<KubernetesRequestException>(
            nodes.SetConditionAsync(TestCluster.Seen() with { Name = "n1" }, condition, Cancellation));

        server.Requests.Count.ShouldBe(requests);
        (await nodes.SetConditionAsync(TestCluster.Seen() with { Name = "n1", Uid = "u-2" }, condition, Cancellation))
            .ShouldBe(ClusterOutcome.Gone);
    }

    [Fact]
    public async Task What_may_pass_is_tried_four_times_and_then_thrown()
    {
        var clock = new ImpatientClock();
        await using var server = await CannedApi.StartAsync(_ => TestCluster.Status(503, "ServiceUnavailable"));
        using var nodes = TestCluster.NodesOf(server, clock);
        var fault = await Should.ThrowAsync<KubernetesRequestException>(nodes.GetAsync("n1", Cancellation));
        fault.Message.ShouldBe("get nodes n1 of cluster spark: the API server answered 503 ServiceUnavailable");
        server.Requests.Count.ShouldBe(4);
        clock.Waits.Count.ShouldBe(3);
        clock.Waits.ShouldAllBe(wait => wait > TimeSpan.Zero && wait <= TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Waits_as_long_as_the_server_says()
    {
        var clock = new ImpatientClock();
        var answers = 0;
        await using var server = await CannedApi.StartAsync(_ => answers++ == 0
            ? TestCluster.Status(429, "TooManyRequests") with { Headers = new() { ["Retry-After"] = "3" } }
            : new CannedApi.Canned(200, TestCluster.Node("n1")));
        using var nodes = TestCluster.NodesOf(server, clock);
        (await nodes.GetAsync("n1", Cancellation)).ShouldNotBeNull();
        clock.Waits.ShouldBe([TimeSpan.FromSeconds(3)]);
    }

    [Fact]
    public async Task Does_not_wait_for_minutes()
    {
        var clock = new ImpatientClock();
        await using var server = await CannedApi.StartAsync(
            _ => TestCluster.Status(429, "TooManyRequests") with { Headers = new() { ["Retry-After"] = "60" } });
        using var nodes = TestCluster.NodesOf(server, clock);
        await Should.ThrowAsync<KubernetesRequestException>(nodes.GetAsync("n1", Cancellation));
        clock.Waits.ShouldBeEmpty();
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_in_time_is_asked_again()
    {
        var clock = new ImpatientClock { TimeoutsToCome = 2 };
        await using var server = await CannedApi.StartAsync(_ => new CannedApi.Canned(200, TestCluster.Node("n1")));
        using var nodes = TestCluster.NodesOf(server, clock);
        (await nodes.GetAsync("n1", Cancellation)).ShouldNotBeNull();
        clock.Waits.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_a_fault_that_may_pass()
    {
        var server = await CannedApi.StartAsync(_ => new CannedApi.Canned(200, "{}"));
        using var nodes = TestCluster.NodesOf(server);
        await server.DisposeAsync();
        var fault = await Should.ThrowAsync<KubernetesRequestException>(nodes.GetAsync("n1", Cancellation));
        fault.Message.ShouldBe("get nodes n1: the API server of cluster spark is out of reach (ConnectionError)");
    }

    [Theory]
    [InlineData(502, "<html>Bad gateway</html>")]
    [InlineData(503, "")]
    public async Task A_failure_without_a_Status_is_known_by_its_code(int code, string body)
    {
        await using var server = await CannedApi.StartAsync(_ => new CannedApi.Canned(code, body, "text/html"));
        using var nodes = TestCluster.NodesOf(server);
        var fault = await Should.ThrowAsync<KubernetesRequestException>(nodes.GetAsync("n1", Cancellation));
        fault.Message.ShouldEndWith($"answered {code} without a reason");
    }

    [Fact]
    public async Task A_success_that_cannot_be_read_is_no_success()
    {
        await using var server = await CannedApi.StartAsync(_ => new CannedApi.Canned(200, "{\"items\":[{"));
        using var nodes = TestCluster.NodesOf(server);
        await Should.ThrowAsync<KubernetesRequestException>(TestCluster.ListAsync(nodes));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var server = await CannedApi.StartAsync(_ => new CannedApi.Canned(302, "") with
        {
            Headers = new() { ["Location"] = "/elsewhere" },
        });
        using var nodes = TestCluster.NodesOf(server);
        await Should.ThrowAsync<KubernetesRequestException>(nodes.GetAsync("n1", Cancellation));
        server.Requests.Count.ShouldBe(1);
    }

    private static async Task<string> NameAsync(Task<ClusterOutcome> outcome)
    {
        try
        {
            return (await outcome).ToString();
        }
        catch (Exception e) when (e is KubernetesRequestException or KubernetesAccessDeniedException)
        {
            return e.GetType().Name;
        }
    }
}
