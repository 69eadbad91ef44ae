using System.Text.Json.Nodes;
using Jarpoint.Cdk.Manifests;
using Jarpoint.Cdk.Tests.Synthesis;

namespace Jarpoint.Cdk.Tests;

public sealed class ManifestSetTests(Synthesized synthesized)
{
    private static readonly JsonObject Plain = KubernetesYaml.Read(
        """
        kind: ConfigMap
        apiVersion: v1
        metadata:
          name: settings
          labels: { app.kubernetes.io/name: jarpoint }
        data: { bucket: example }
        list: [a, b]
        """,
        "test")[0];

    [Fact]
    public void A_value_is_put_in_place_and_the_plain_manifest_stays()
    {
        var set = Set(("/data/bucket", "mine"), ("/metadata/labels/app.kubernetes.io~1name", "other"), ("/list/1", "c"));

        set.ToJson().ShouldContain("\"bucket\":\"mine\"");
        set.ToJson().ShouldContain("\"app.kubernetes.io/name\":\"other\"");
        set.ToJson().ShouldContain("[\"a\",\"c\"]");
        ((string?)Plain["data"]!["bucket"]).ShouldBe("example");
    }

    [Fact]
    public void What_is_taken_away_is_gone()
    {
        Set(("/data/bucket", null), ("/list/0", null)).ToJson().ShouldEndWith("\"data\":{},\"list\":[\"b\"]}]");
    }

    [Theory]
    [InlineData("/data/buckets")]
    [InlineData("/spec/role")]
    [InlineData("/list/2")]
    [InlineData("/list/-1")]
    [InlineData("/data/bucket/name")]
    public void A_place_that_the_manifest_no_longer_has_is_an_error(string path)
    {
        Should.Throw<InvalidOperationException>(() => Set((path, "x"))).Message.ShouldContain(path);
    }

    [Fact]
    public void An_object_that_is_not_there_is_an_error()
    {
        Should.Throw<InvalidOperationException>(
            () => new ManifestSet().Add([Plain], [new Substitution("ConfigMap", "other", "/data/bucket", "x")]))
            .Message.ShouldContain("ConfigMap other");
    }

    [Fact]
    public void The_same_object_twice_is_an_error()
    {
        var set = Set();

        Should.Throw<InvalidOperationException>(() => set.Add([Plain], [])).Message.ShouldContain("applied twice");
    }

    [Fact]
    public void What_only_kustomize_can_do_is_refused()
    {
        var folder = synthesized.NewFolder("kustomization");
        File.WriteAllText(Path.Combine(folder, "kustomization.yaml"), "resources: []\npatches: []\n");

        Should.Throw<NotSupportedException>(() => ManifestFolder.Load(folder)).Message.ShouldContain("'patches'");
    }

    private static ManifestSet Set(params (string Path, string? Value)[] values)
    {
        var set = new ManifestSet();
        set.Add([Plain], [.. values.Select(one => new Substitution("ConfigMap", "settings", one.Path, (JsonNode?)one.Value))]);
        return set;
    }
}
