using System.Text.Json.Nodes;
using Jarpoint.LocalCloud.Kubernetes;

namespace Jarpoint.LocalCloud.Tests.Kubernetes;

/// <summary>https://kubernetes.io/docs/reference/using-api/server-side-apply/</summary>
public sealed class ServerSideApplyTests
{
    private const string Map = "/api/v1/namespaces/default/configmaps/settings";
    private const string Daemons = "/apis/apps/v1/namespaces/default/daemonsets/node";

    [Fact]
    public async Task Applying_creates_and_applying_the_same_again_changes_nothing()
    {
        await using var api = await KubernetesFixture.StartAsync();
        var (created, first) = await ApplyAsync(api, Map, MapOf("""{"a":"1"}"""));
        var (again, second) = await ApplyAsync(api, Map, MapOf("""{"a":"1"}"""));

        (created, again).ShouldBe((201, 200));
        second["metadata"]!["resourceVersion"]!.ToString().ShouldBe(first["metadata"]!["resourceVersion"]!.ToString());
        second["metadata"]!["managedFields"]![0]!["manager"]!.ToString().ShouldBe("jarpoint");
        second["metadata"]!["managedFields"]![0]!["fieldsV1"]!.ToJsonString().ShouldBe("""{"f:data":{"f:a":{}}}""");
    }

    [Fact]
    public async Task A_field_the_applier_drops_goes_and_what_others_wrote_stays()
    {
        await using var api = await KubernetesFixture.StartAsync();
        await ApplyAsync(api, Map, MapOf("""{"a":"1","b":"2"}"""));
        await api.PatchAsync(Map, "merge-patch+json", """{"data":{"c":"3"}}""");
        var (status, body) = await ApplyAsync(api, Map, MapOf("""{"a":"9"}"""));

        status.ShouldBe(200);
        body["data"]!.ToJsonString().ShouldBe("""{"a":"9","c":"3"}""");
        (await ApplyAsync(api, Map, """{"apiVersion":"v1","kind":"ConfigMap"}""")).Body["data"]!.ToJsonString()
            .ShouldBe("""{"c":"3"}""");
    }

    [Fact]
    public async Task What_two_appliers_say_differently_is_a_conflict_unless_forced_and_then_changes_hands()
    {
        await using var api = await KubernetesFixture.StartAsync();
        await ApplyAsync(api, Map, MapOf("""{"a":"1","b":"1"}"""), "first");
        (await ApplyAsync(api, Map, MapOf("""{"a":"1"}"""), "second")).Status.ShouldBe(200);
        var (refused, reason) = await ApplyAsync(api, Map, MapOf("""{"a":"2"}"""), "second");
        var (forced, body) = await ApplyAsync(api, Map, MapOf("""{"a":"2"}"""), "second", force: true);

        refused.ShouldBe(409);
        reason["message"]!.ToString().ShouldBe("Apply failed with 1 conflict: conflict with \"first\": .data.a");
        forced.ShouldBe(200);
        body["data"]!["a"]!.ToString().ShouldBe("2");
        var fields = body["metadata"]!["managedFields"]!.AsArray().ToDictionary(
            entry => entry!["manager"]!.ToString(), entry => entry!["fieldsV1"]!.ToJsonString());
        fields["first"].ShouldBe("""{"f:data":{"f:b":{}}}""");
        fields["second"].ShouldBe("""{"f:data":{"f:a":{}}}""");
    }

    [Fact]
    public async Task Items_of_a_keyed_list_come_change_and_go_one_by_one()
    {
        await using var api = await KubernetesFixture.StartAsync();
        await ApplyAsync(api, Daemons, DaemonsOf("""{"name":"A","value":"1"},{"name":"B","value":"1"}"""));
        await api.PatchAsync(
            Daemons,
            "strategic-merge-patch+json",
            """{"spec":{"template":{"spec":{"containers":[{"name":"node","env":[{"name":"C","value":"1"}]}]}}}}""");
        var (_, body) = await ApplyAsync(api, Daemons, DaemonsOf("""{"name":"B","value":"2"}"""));

        body["spec"]!["template"]!["spec"]!["containers"]![0]!["env"]!.AsArray()
            .Select(item => $"{item!["name"]}={item["value"]}").ShouldBe(["B=2", "C=1"]);
        body["spec"]!["template"]!["spec"]!["containers"]![0]!["image"]!.ToString().ShouldBe("x");
    }

    [Theory]
    [InlineData(Map, "", 422, "fieldManager: Required value")]
    [InlineData("/api/v1/namespaces/nowhere/configmaps/settings", "?fieldManager=m", 404, "namespaces \"nowhere\"")]
    [InlineData("/api/v1/nodes/settings", "?fieldManager=m", 400, "does not match the expected Node")]
    [InlineData("/api/v1/namespaces/default/configmaps/other", "?fieldManager=m", 400, "does not match the name")]
    public async Task What_cannot_be_applied_is_refused(string path, string query, int expected, string words)
    {
        await using var api = await KubernetesFixture.StartAsync();
        var (status, body) = await api.PatchAsync(path + query, "apply-patch+yaml", MapOf("{}"));
        status.ShouldBe(expected);
        body["message"]!.ToString().ShouldContain(words);
    }

    [Fact]
    public async Task A_namespace_takes_what_is_in_it_along()
    {
        await using var api = await KubernetesFixture.StartAsync();
        await ApplyAsync(api, "/api/v1/namespaces/team", """{"apiVersion":"v1","kind":"Namespace"}""");
        await ApplyAsync(api, "/api/v1/namespaces/team/configmaps/settings", MapOf("""{"a":"1"}"""));
        (await api.SendAsync(HttpMethod.Delete, "/api/v1/namespaces/team", null, null)).Status.ShouldBe(200);
        (await api.GetAsync("/api/v1/namespaces/team/configmaps/settings")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Discovery_names_each_group_once_and_each_kind_of_it()
    {
        await using var api = await KubernetesFixture.StartAsync();
        var groups = (await api.GetAsync("/apis")).Body["groups"]!.AsArray().Select(group => group!["name"]!.ToString()).ToArray();
        groups.ShouldBeUnique();
        foreach (var kind in ResourceKind.All.Where(kind => kind.Group.Length > 0))
        {
            groups.ShouldContain(kind.Group);
            (await api.GetAsync($"/apis/{kind.ApiVersion}")).Body["resources"]!.AsArray()
                .ShouldContain(resource => resource!["kind"]!.ToString() == kind.Kind);
        }
    }

    private static string MapOf(string data)
        => $$"""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"settings"},"data":{{data}}}""";

    private static string DaemonsOf(string env)
        => $$"""
        {"apiVersion":"apps/v1","kind":"DaemonSet","metadata":{"name":"node"},
         "spec":{"template":{"spec":{"containers":[{"name":"node","image":"x","env":[{{env}}]}] } } } }
        """;

    private static Task<(int Status, JsonNode Body)> ApplyAsync(
        KubernetesFixture api, string path, string body, string manager = "jarpoint", bool force = false)
        => api.PatchAsync($"{path}?fieldManager={manager}{(force ? "&force=true" : "")}", "apply-patch+yaml", body);
}
