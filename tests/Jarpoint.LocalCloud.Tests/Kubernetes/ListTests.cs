using Microsoft.Extensions.Time.Testing;

namespace Jarpoint.LocalCloud.Tests.Kubernetes;

public sealed class ListTests
{
    [Theory]
    [InlineData("karpenter.sh/nodepool", "a b c")]
    [InlineData("karpenter.sh/nodepool=spark", "a b")]
    [InlineData("karpenter.sh/nodepool==etl", "c")]
    [InlineData("karpenter.sh/nodepool!=spark", "c")]
    [InlineData("karpenter.sh/nodepool in (spark, etl),zone", "a b c")]
    [InlineData("karpenter.sh/nodepool notin (spark)", "c")]
    [InlineData("!karpenter.sh/nodepool", "")]
    [InlineData("!absent,karpenter.sh/nodepool=etl", "c")]
    public async Task Label_selectors_select(string selector, string names)
    {
        await using var api = await KubernetesFixture.StartAsync();
        _ = (api.AddNode("b"), api.AddNode("a"), api.AddNode("c", "etl"));

        var (status, body) = await api.GetAsync("/api/v1/nodes?labelSelector=" + Uri.EscapeDataString(selector));

        status.ShouldBe(200);
        Names(body).ShouldBe(names.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("labelSelector=a%20like%20b")]
    [InlineData("labelSelector=a%2C%2Cb")]
    [InlineData("fieldSelector=spec.color%3Dred")]
    [InlineData("limit=many")]
    [InlineData("continue=nonsense")]
    public async Task A_selector_that_is_not_understood_is_a_bad_request(string query)
    {
        await using var api = await KubernetesFixture.StartAsync();

        (await api.GetAsync("/api/v1/nodes?" + query)).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Pages_show_one_revision_whatever_happens_between_them()
    {
        await using var api = await KubernetesFixture.StartAsync();
        foreach (var i in Enumerable.Range(0, 25))
        {
            api.AddNode($"n{i:00}");
        }

        var (_, first) = await api.GetAsync("/api/v1/nodes?limit=10");
        api.AddNode("n05a");
        api.Store.Delete(Jarpoint.LocalCloud.Kubernetes.ResourceKind.Nodes, "n20");
        var (_, second) = await api.GetAsync("/api/v1/nodes?limit=10&continue=" + Token(first));
        var (_, third) = await api.GetAsync("/api/v1/nodes?limit=10&continue=" + Token(second));

        first["metadata"]!["remainingItemCount"]!.GetValue<int>().ShouldBe(15);
        Names(first).Concat(Names(second)).Concat(Names(third))
            .ShouldBe(Enumerable.Range(0, 25).Select(static i => $"n{i:00}"));
        third["metadata"]!.AsObject().ContainsKey("continue").ShouldBeFalse();
        third["metadata"]!["resourceVersion"]!.GetValue<string>()
            .ShouldBe(first["metadata"]!["resourceVersion"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_token_that_is_too_old_is_gone()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        await using var api = await KubernetesFixture.StartAsync(time: time);
        _ = (api.AddNode("a"), api.AddNode("b"));
        var (_, first) = await api.GetAsync("/api/v1/nodes?limit=1");
        time.Advance(TimeSpan.FromMinutes(6));

        var (status, body) = await api.GetAsync("/api/v1/nodes?limit=1&continue=" + Token(first));

        (status, body["reason"]!.GetValue<string>()).ShouldBe((410, "Expired"));
    }

    [Fact]
    public async Task Events_are_created_in_a_namespace_and_found_by_the_object_they_are_about()
    {
        await using var api = await KubernetesFixture.StartAsync();
        const string Event =
            """
            {"metadata":{"generateName":"a."},"involvedObject":{"kind":"Node","name":"a","uid":"u"},
             "type":"Warning","reason":"MountFailed","message":"no bucket"}
            """;
        var (status, body) = await api.SendAsync(
            HttpMethod.Post, "/api/v1/namespaces/default/events", "application/json", Event);
        var (_, about) = await api.GetAsync(
            "/api/v1/events?fieldSelector=involvedObject.name%3Da%2CinvolvedObject.kind%3DNode");
        var (_, other) = await api.GetAsync("/api/v1/events?fieldSelector=involvedObject.name%3Db");

        status.ShouldBe(201);
        body["metadata"]!["namespace"]!.GetValue<string>().ShouldBe("default");
        Names(about).ShouldHaveSingleItem().ShouldStartWith("a.");
        Names(other).ShouldBeEmpty();
        (await api.SendAsync(HttpMethod.Post, "/api/v1/events", "application/json", Event)).Status.ShouldBe(400);
    }

    private static string Token(System.Text.Json.Nodes.JsonNode list)
        => Uri.EscapeDataString(list["metadata"]!["continue"]!.GetValue<string>());

    private static IEnumerable<string> Names(System.Text.Json.Nodes.JsonNode list)
        => list["items"]!.AsArray().Select(static each => each!["metadata"]!["name"]!.GetValue<string>());
}
