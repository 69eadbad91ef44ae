using System.Text.Json.Nodes;
using Jarpoint.Functions.Cluster;
using Jarpoint.Functions.Cluster.Objects;
using Jarpoint.Functions.Cluster.Transport;

namespace Jarpoint.Functions.Tests.Cluster;

/// <summary>Objects of any kind over the wire: what is asked, and what is made of the answers.</summary>
public sealed class ClusterObjectsTests
{
    private static readonly CannedApi.Canned Discovered = new(
        200,
        """
        {"kind":"APIResourceList","resources":[
          {"name":"daemonsets","kind":"DaemonSet","namespaced":true},
          {"name":"daemonsets/status","kind":"DaemonSet","namespaced":true},
          {"name":"clusterroles","kind":"ClusterRole","namespaced":false}]}
        """);

    private static readonly ManifestObject Daemons = new("apps/v1", "DaemonSet", "jarpoint", "node", []);
    private static readonly ManifestObject Role =
        new("rbac.authorization.k8s.io/v1", "ClusterRole", null, "jarpoint:reader", []);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Applies_by_the_path_that_discovery_gives_and_asks_that_once()
    {
        await using var api = await StartAsync(_ => new(200, "{}"));
        using var objects = Of(api);
        var document = new JsonObject { ["a"] = "ü" };
        (await objects.ApplyAsync(Daemons, document, Cancellation)).ShouldBe(new ObjectOutcome.Done());
        await objects.ApplyAsync(Daemons, document, Cancellation);
        await objects.ApplyAsync(Role, document, Cancellation);

        api.Requests.Select(sent => $"{sent.Method} {sent.Target}").ShouldBe(
            [
                "GET /apis/apps/v1",
                "PATCH /apis/apps/v1/namespaces/jarpoint/daemonsets/node?fieldManager=jarpoint&force=true&fieldValidation=Strict",
                "PATCH /apis/apps/v1/namespaces/jarpoint/daemonsets/node?fieldManager=jarpoint&force=true&fieldValidation=Strict",
                "GET /apis/rbac.authorization.k8s.io/v1",
                "PATCH /apis/rbac.authorization.k8s.io/v1/clusterroles/jarpoint%3Areader?fieldManager=jarpoint&force=true&fieldValidation=Strict",
            ]);
        api.Requests.ElementAt(1).Headers["Content-Type"].ShouldBe("application/apply-patch+yaml");
        JsonNode.Parse(api.Requests.ElementAt(1).Body)!.ToJsonString().ShouldBe(document.ToJsonString());
    }

    [Fact]
    public async Task Finds_what_is_there_and_whose_it_is()
    {
        await using var api = await StartAsync(static _ => new(
            200, """{"metadata":{"uid":"u-1","deletionTimestamp":"2026-01-01T00:00:00Z","annotations":{"jarpoint/owner":"stack/r"} } }"""));
        using var objects = Of(api);
        (await objects.FindAsync(Daemons, Cancellation)).ShouldBe(
            new ObjectOutcome.Found(new LiveObject("u-1", "stack/r", IsGoing: true)));
    }

    [Fact]
    public async Task Deletes_only_the_very_object_that_was_seen()
    {
        await using var api = await StartAsync(static _ => new(200, "{}"));
        using var objects = Of(api);
        (await objects.DeleteAsync(Daemons, "u-1", Cancellation)).ShouldBe(new ObjectOutcome.Done());
        api.Requests.Last().Body.ShouldBe(
            """{"apiVersion":"v1","kind":"DeleteOptions","propagationPolicy":"Background","preconditions":{"uid":"u-1"}}""");
    }

    [Theory]
    [InlineData(400, "BadRequest", "Refused")]
    [InlineData(401, "Unauthorized", "Denied")]
    [InlineData(403, "Forbidden", "Denied")]
    [InlineData(404, "NotFound", "Absent")]
    [InlineData(409, "Conflict", "Passing")]
    [InlineData(413, "RequestEntityTooLarge", "Refused")]
    [InlineData(422, "Invalid", "Refused")]
    [InlineData(429, "TooManyRequests", "Passing")]
    [InlineData(500, "InternalError", "Passing")]
    [InlineData(503, "ServiceUnavailable", "Passing")]
    public async Task Faults_are_outcomes_in_the_words_of_the_server(int code, string reason, string expected)
    {
        await using var api = await StartAsync(_ => TestCluster.Status(code, reason));
        using var objects = Of(api);
        var outcome = await objects.DeleteAsync(Daemons, "u-1", Cancellation);

        outcome.GetType().Name.ShouldBe(expected);
        if (outcome is not ObjectOutcome.Absent)
        {
            outcome.ToString().ShouldContain($"{code} {reason}: words no program reads");
        }
    }

    [Fact]
    public async Task An_apply_into_a_namespace_that_is_not_there_is_refused()
    {
        await using var api = await StartAsync(_ => TestCluster.Status(404, "NotFound"));
        using var objects = Of(api);
        (await objects.ApplyAsync(Daemons, [], Cancellation)).ShouldBeOfType<ObjectOutcome.Refused>();
    }

    [Fact]
    public async Task A_kind_the_cluster_does_not_serve_is_nowhere_and_asked_for_again()
    {
        await using var api = await StartAsync(_ => new(200, "{}"));
        using var objects = Of(api);
        var gadget = new ManifestObject("apps/v1", "Gadget", null, "g", []);
        (await objects.FindAsync(gadget, Cancellation)).ShouldBe(
            new ObjectOutcome.Nowhere("the cluster knows no Gadget of apps/v1"));
        await objects.FindAsync(gadget, Cancellation);
        api.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_group_the_cluster_does_not_serve_is_nowhere_too()
    {
        await using var api = await CannedApi.StartAsync(_ => TestCluster.Status(404, "NotFound"));
        using var objects = Of(api);
        (await objects.FindAsync(Daemons, Cancellation)).ShouldBeOfType<ObjectOutcome.Nowhere>();
    }

    [Fact]
    public async Task An_object_at_the_wrong_place_is_refused()
    {
        await using var api = await StartAsync(_ => new(200, "{}"));
        using var objects = Of(api);
        (await objects.FindAsync(Daemons with { Namespace = null }, Cancellation)).ToString()!
            .ShouldContain("its manifest names none");
        (await objects.FindAsync(Role with { Namespace = "jarpoint" }, Cancellation)).ToString()!
            .ShouldContain("its manifest names a namespace");
    }

    [Fact]
    public async Task An_API_that_is_out_of_reach_may_come_back()
    {
        var api = await StartAsync(_ => new(200, "{}"));
        using var objects = Of(api);
        await api.DisposeAsync();
        (await objects.FindAsync(Daemons, Cancellation)).ToString()!.ShouldContain("out of reach");
    }

    [Fact]
    public async Task A_cluster_that_EKS_does_not_know_is_nowhere()
    {
        await using var eks = await CannedApi.StartAsync(_ => new CannedApi.Canned(404, "{}"));
        using var objects = new ClusterObjects(ClusterServices.Connect(
            TestCluster.Options with { EksEndpoint = eks.Address },
            configured: null,
            () => Task.FromResult(TestCluster.Credentials),
            new ImpatientClock()));
        (await objects.FindAsync(Daemons, Cancellation)).ToString()!.ShouldContain("EKS answered 404");
    }

    private static Task<CannedApi> StartAsync(Func<CannedApi.Sent, CannedApi.Canned> answer)
        => CannedApi.StartAsync(sent => sent is { Method: "GET", Target: "/apis/apps/v1" or "/apis/rbac.authorization.k8s.io/v1" }
            ? Discovered
            : answer(sent));

    private static ClusterObjects Of(CannedApi api) => new(ClusterServices.Connect(
        TestCluster.Options,
        ClusterLocation.Parse(api.Address, null),
        () => Task.FromResult(TestCluster.Credentials),
        new ImpatientClock()));
}
