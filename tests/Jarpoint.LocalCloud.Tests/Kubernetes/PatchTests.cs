using System.Text.Json.Nodes;

namespace Jarpoint.LocalCloud.Tests.Kubernetes;

public sealed class PatchTests
{
    private const string Json = "json-patch+json";
    private const string Merge = "merge-patch+json";
    private const string Strategic = "strategic-merge-patch+json";

    [Fact]
    public async Task A_created_node_is_tainted_not_ready()
    {
        await using var api = await KubernetesFixture.StartAsync();
        var (status, body) = await api.SendAsync(
            HttpMethod.Post, "/api/v1/nodes", "application/json", """{"kind":"Node","metadata":{"name":"a"}}""");

        status.ShouldBe(201);
        body["metadata"]!["uid"]!.GetValue<string>().ShouldNotBeEmpty();
        api.Taints("a").ShouldBe(["node.kubernetes.io/not-ready"]);
        (await api.SendAsync(HttpMethod.Post, "/api/v1/nodes", "application/json", """{"metadata":{"name":"a"}}"""))
            .Status.ShouldBe(409);
    }

    [Fact]
    public async Task A_json_patch_with_a_true_test_applies_and_a_false_one_changes_nothing()
    {
        await using var api = await KubernetesFixture.StartAsync();
        var uid = api.AddNode("a", taints: "ours").Uid;
        var taints = api.Node("a")["spec"]!["taints"]!.ToJsonString();
        string Patch(string expectedUid) =>
            $$"""
            [{"op":"test","path":"/metadata/uid","value":"{{expectedUid}}"},
             {"op":"test","path":"/spec/taints","value":{{taints}}},
             {"op":"replace","path":"/spec/taints","value":[{"key":"theirs","effect":"NoExecute"}]}]
            """;

        var (refused, body) = await api.PatchAsync("/api/v1/nodes/a", Json, Patch("another"));
        refused.ShouldBe(422);
        body["reason"]!.GetValue<string>().ShouldBe("Invalid");
        api.Taints("a").ShouldBe(["ours", "node.kubernetes.io/not-ready"]);

        (await api.PatchAsync("/api/v1/nodes/a", Json, Patch(uid))).Status.ShouldBe(200);
        api.Taints("a").ShouldBe(["theirs"]);
        (await api.PatchAsync("/api/v1/nodes/a", Json, Patch(uid))).Status.ShouldBe(422);
    }

    [Theory]
    [InlineData("""[{"op":"replace","path":"/spec/absent","value":1}]""", 422)]
    [InlineData("""[{"op":"remove","path":"/spec/taints/7"}]""", 422)]
    [InlineData("""[{"op":"test","path":"/metadata/labels/absent","value":"x"}]""", 422)]
    [InlineData("""[{"op":"leap","path":"/spec"}]""", 422)]
    [InlineData("""{"op":"test"}""", 400)]
    [InlineData("""[{"op":""", 400)]
    [InlineData("""[{"op":"replace","path":"/metadata/uid","value":"x"}]""", 422)]
    [InlineData("""[{"op":"replace","path":"/metadata/resourceVersion","value":"7"}]""", 409)]
    [InlineData("""[{"op":"add","path":"/spec/taints/-","value":{"key":"k","effect":"Never"}}]""", 422)]
    [InlineData("""[{"op":"replace","path":"/spec/providerID","value":"aws:///x/i-2"}]""", 422)]
    public async Task A_patch_that_cannot_be_is_refused_whole(string patch, int status)
    {
        await using var api = await KubernetesFixture.StartAsync();
        var version = api.AddNode("a").ResourceVersion;

        var answer = await api.PatchAsync("/api/v1/nodes/a", Json, patch);

        answer.Status.ShouldBe(status);
        answer.Body["kind"]!.GetValue<string>().ShouldBe("Status");
        api.Store.Find(Jarpoint.LocalCloud.Kubernetes.ResourceKind.Nodes, "a")!.ResourceVersion.ShouldBe(version);
    }

    [Fact]
    public async Task A_json_patch_knows_escapes_indexes_and_every_operation()
    {
        await using var api = await KubernetesFixture.StartAsync();
        api.AddNode("a", taints: ["one", "two"]);
        var (status, _) = await api.PatchAsync(
            "/api/v1/nodes/a",
            Json,
            """
            [{"op":"add","path":"/metadata/labels/example.com~1a~0b","value":"x"},
             {"op":"add","path":"/spec/taints/1","value":{"key":"between","effect":"NoSchedule"}},
             {"op":"remove","path":"/spec/taints/0"},
             {"op":"copy","from":"/metadata/labels/zone","path":"/metadata/labels/copied"},
             {"op":"move","from":"/metadata/labels/zone","path":"/metadata/labels/moved"}]
            """);

        status.ShouldBe(200);
        api.Taints("a").ShouldBe(["between", "two", "node.kubernetes.io/not-ready"]);
        var labels = api.Node("a")["metadata"]!["labels"]!.AsObject();
        labels["example.com/a~b"]!.GetValue<string>().ShouldBe("x");
        (labels["copied"]!.GetValue<string>(), labels["moved"]!.GetValue<string>()).ShouldBe(("a", "a"));
        labels.ContainsKey("zone").ShouldBeFalse();
    }

    [Theory]
    [InlineData(Merge)]
    [InlineData(Strategic)]
    public async Task Both_merge_patches_replace_the_taints_as_a_list(string type)
    {
        await using var api = await KubernetesFixture.StartAsync();
        api.AddNode("a", taints: ["one", "two"]);

        (await api.PatchAsync(
            "/api/v1/nodes/a", type, """{"spec":{"taints":[{"key":"three","effect":"NoSchedule"}]}}""")).Status.ShouldBe(200);

        api.Taints("a").ShouldBe(["three"]);
    }

    [Fact]
    public async Task Conditions_merge_by_type_in_a_strategic_patch_of_the_status()
    {
        await using var api = await KubernetesFixture.StartAsync();
        api.AddNode("a");
        const string Patch =
            """{"spec":{"taints":[]},"status":{"conditions":[{"type":"JarsMounted","status":"True","reason":"Mounted"}]}}""";

        (await api.PatchAsync("/api/v1/nodes/a/status", Strategic, Patch)).Status.ShouldBe(200);
        Conditions(api).ShouldBe(["Ready=True", "JarsMounted=True"]);
        api.Taints("a").ShouldBe(["node.kubernetes.io/not-ready"]);

        await api.PatchAsync("/api/v1/nodes/a/status", Strategic, Patch.Replace("\"True\"", "\"False\"", StringComparison.Ordinal));
        Conditions(api).ShouldBe(["Ready=True", "JarsMounted=False"]);
        api.Node("a")["status"]!["conditions"]![1]!["reason"]!.GetValue<string>().ShouldBe("Mounted");

        await api.PatchAsync(
            "/api/v1/nodes/a/status",
            Strategic,
            """{"status":{"conditions":[{"$patch":"delete","type":"JarsMounted"}]}}""");
        Conditions(api).ShouldBe(["Ready=True"]);
    }

    [Fact]
    public async Task The_main_resource_keeps_the_status()
    {
        await using var api = await KubernetesFixture.StartAsync();
        api.AddNode("a");

        (await api.PatchAsync("/api/v1/nodes/a", Merge, """{"status":null,"metadata":{"labels":{"x":"y","zone":null}}}"""))
            .Status.ShouldBe(200);

        Conditions(api).ShouldBe(["Ready=True"]);
        api.Node("a")["metadata"]!["labels"]!.AsObject().ContainsKey("zone").ShouldBeFalse();
    }

    [Fact]
    public async Task A_stale_resource_version_conflicts_and_a_patch_without_change_keeps_it()
    {
        await using var api = await KubernetesFixture.StartAsync();
        var stale = api.AddNode("a").ResourceVersion;
        string Patch(string value) =>
            $$"""{"metadata":{"resourceVersion":"{{stale}}","labels":{"x":"{{value}}"} } }""";

        (await api.PatchAsync("/api/v1/nodes/a", Merge, Patch("1"))).Status.ShouldBe(200);
        var (status, body) = await api.PatchAsync("/api/v1/nodes/a", Merge, Patch("2"));
        var (_, same) = await api.PatchAsync("/api/v1/nodes/a", Merge, """{"metadata":{"labels":{"x":"1"}}}""");

        (status, body["reason"]!.GetValue<string>()).ShouldBe((409, "Conflict"));
        same["metadata"]!["resourceVersion"]!.GetValue<string>().ShouldBe($"{stale + 1}");
    }

    [Fact]
    public async Task Media_types_that_are_not_served_are_told_with_those_that_are()
    {
        await using var api = await KubernetesFixture.StartAsync();
        api.AddNode("a");
        var (status, body) = await api.PatchAsync("/api/v1/nodes/a", "apply-patch+cbor", "{}");

        status.ShouldBe(415);
        body["message"]!.GetValue<string>().ShouldContain("application/json-patch+json");
        (await api.SendAsync(HttpMethod.Put, "/api/v1/nodes/a", "application/json", "{}")).Status.ShouldBe(501);
        (await api.PatchAsync("/api/v1/nodes/b", Merge, "{}")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_claim_with_a_finalizer_is_marked_and_goes_with_its_last()
    {
        await using var api = await KubernetesFixture.StartAsync();
        const string Path = "/apis/karpenter.sh/v1/nodeclaims";
        var (_, created) = await api.SendAsync(
            HttpMethod.Post, Path, "application/json", """{"metadata":{"name":"c","finalizers":["karpenter.sh/termination"]}}""");
        var wrong = await api.SendAsync(
            HttpMethod.Delete, Path + "/c", "application/json", """{"preconditions":{"uid":"another"}}""");
        var (_, marked) = await api.SendAsync(HttpMethod.Delete, Path + "/c", null, null);

        created["kind"]!.GetValue<string>().ShouldBe("NodeClaim");
        wrong.Status.ShouldBe(409);
        marked["metadata"]!["deletionTimestamp"].ShouldNotBeNull();
        (await api.PatchAsync(Path + "/c", Strategic, "{}")).Status.ShouldBe(415);
        (await api.PatchAsync(Path + "/c", Merge, """{"metadata":{"finalizers":null}}""")).Status.ShouldBe(200);
        (await api.GetAsync(Path + "/c")).Status.ShouldBe(404);
    }

    private static string[] Conditions(KubernetesFixture api)
        => [.. api.Node("a")["status"]!["conditions"]!.AsArray().Select(static (JsonNode? each) =>
            $"{each!["type"]!.GetValue<string>()}={each["status"]!.GetValue<string>()}")];
}
