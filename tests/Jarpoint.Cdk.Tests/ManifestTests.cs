using System.Text.Json.Nodes;
using Jarpoint.Cdk.Tests.Synthesis;
using Jarpoint.Cdk.Tests.Tools;
using Jarpoint.NodeDocument;
using Jarpoint.Tests;

namespace Jarpoint.Cdk.Tests;

/// <summary>What a stack applies is the plain YAML of <c>cdk/manifests</c>, and the substitutions listed here.</summary>
public sealed class ManifestTests(Synthesized synthesized)
{
    private static readonly string[] OfAClass =
    [
        "/metadata/name", "/spec/role", "/spec/securityGroupSelectorTerms/0/tags/karpenter.sh~1discovery",
        "/spec/subnetSelectorTerms/0/tags/karpenter.sh~1discovery",
    ];

    [Fact]
    public async Task Without_any_choice_a_stack_applies_the_rights_of_the_functions_alone()
    {
        Differences(AppliedManifests.Of(synthesized[Options.Ssm]), await PlainAsync("functions"), name => name).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_pool_is_the_plain_one_with_the_role_and_tags_of_the_cluster()
    {
        var stack = synthesized[Options.Pools];
        var plain = await PlainAsync("karpenter");

        Differ(plain, "EC2NodeClass", "spark", stack, "spark-spot").ShouldBe(
            [.. OfAClass, "/spec/securityGroupSelectorTerms/0/tags/aws:eks:cluster-name"], ignoreOrder: true);
        Differ(plain, "NodePool", "spark-on-demand", stack, "spark").ShouldBe(
            ["/metadata/name", "/spec/template/metadata/labels/jarpoint~1pool"], ignoreOrder: true);
        Differ(plain, "NodePool", "spark-spot", stack, "spark-spot").ShouldBe(
            ["/spec/template/metadata/labels/jarpoint~1pool", "/spec/template/spec/nodeClassRef/name"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_pool_of_user_data_is_the_plain_one_of_it_with_the_user_data()
    {
        var stack = synthesized[Options.UserData];
        var plain = await PlainAsync("karpenter-user-data");

        Differ(plain, "EC2NodeClass", "spark", stack, "ads").ShouldBe([.. OfAClass, "/spec/userData"], ignoreOrder: true);
        Differ(plain, "NodePool", "spark-on-demand", stack, "ads").ShouldBe(
            [
                "/metadata/name", "/spec/template/metadata/labels/jarpoint~1pool", "/spec/template/spec/nodeClassRef/name",
                "/spec/template/spec/taints",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public void Pools_with_buckets_of_their_own_are_apart_by_user_data_and_taint()
    {
        var stack = synthesized[Options.UserData];
        foreach (var team in (string[])["ads", "search"])
        {
            var userData = (string)AppliedManifests.Single(stack, "EC2NodeClass", team)["spec"]!["userData"]!;
            userData.ShouldContain($"bucket=Ref:JarBucket,mountpoint=/mnt/jarpoint/s3 bucket={team}-jars,prefix=jars/,mountpoint=/mnt/jarpoint/{team}");
            userData.ShouldContain(NodeScriptText.Sha256);
            AppliedManifests.Single(stack, "NodePool", team)["spec"]!["template"]!["spec"]!["taints"]!.ToJsonString(null)
                .ShouldBe($$"""[{"key":"jarpoint/pool","value":"{{team}}","effect":"NoSchedule"}]""");
        }
    }

    [Fact]
    public void User_data_fetches_the_very_file_that_the_stack_uploads()
    {
        var stack = synthesized[Options.UserData];
        var assets = JsonNode.Parse(File.ReadAllText(Path.Combine(synthesized.Folder, $"{stack.Name}.assets.json")))!;
        var script = assets["files"]!.AsObject().Single(
            one => File.Exists(Staged(one.Value!)) && File.ReadAllText(Staged(one.Value!)) == NodeScriptText.Whole).Value!;
        var key = (string)script["destinations"]!.AsObject().Single().Value!["objectKey"]!;

        var userData = (string)AppliedManifests.Single(stack, "EC2NodeClass", "ads")["spec"]!["userData"]!;

        userData.ShouldContain($"JARPOINT_SCRIPT_KEY='{key}'");
        stack.OfType("AWS::IAM::ManagedPolicy").Select(one => one.Resource.ToJsonString(null))
            .ShouldContain(policy => policy.Contains(key, StringComparison.Ordinal));

        string Staged(JsonNode file) => Path.Combine(synthesized.Folder, (string)file["source"]!["path"]!);
    }

    [Fact]
    public async Task The_daemon_set_is_the_plain_one_with_the_mounts_of_the_stack()
    {
        var stack = synthesized[Options.DaemonSet];

        Differences(await WithoutAsync(stack, "functions"), await PlainAsync("daemonset"), name => name).ShouldBe(
            ["ConfigMap jarpoint-node /data/JARPOINT_MOUNTS", "ConfigMap jarpoint-node /data/JARPOINT_BUCKET"], ignoreOrder: true);
        ((string?)AppliedManifests.Single(stack, "ConfigMap", "jarpoint-node")["data"]!["JARPOINT_MOUNTS"])
            .ShouldBe("bucket=Ref:JarBucket,mountpoint=/mnt/jarpoint/s3");
    }

    [Fact]
    public async Task Each_team_of_the_csi_driver_has_the_plain_objects_under_its_own_names()
    {
        var stack = synthesized[Options.Csi];
        var team = (await WithoutAsync(stack, "functions")).Where(one => one.ToJsonString(null).Contains("search", StringComparison.Ordinal)).ToList();

        var differences = Differences(team, await PlainAsync("csi"), name => name.Replace("search", "team-a", StringComparison.Ordinal));

        differences.Select(one => one[(one.LastIndexOf(' ') + 1)..]).Distinct().ShouldBe(
            [
                "/metadata/name", "/metadata/namespace", "/subjects/0/namespace", "/spec/claimRef/namespace", "/spec/volumeName",
                "/spec/csi/volumeHandle", "/spec/csi/volumeAttributes/bucketName", "/spec/mountOptions/2",
            ],
            ignoreOrder: true);
        team.ShouldAllBe(one => !one.ToJsonString(null).Contains("team-a", StringComparison.Ordinal));
        AppliedManifests.Single(stack, "PersistentVolume", "jars-of-search")["spec"]!["mountOptions"]!.ToJsonString(null)
            .ShouldContain("\"prefix jars/search/\"");
    }

    [Fact]
    public void Deleting_node_claims_is_allowed_only_where_nodes_are_to_be_replaced()
    {
        AppliedManifests.Text(synthesized[Options.Ssm]).ShouldNotContain("nodeclaims");
        AppliedManifests.Text(synthesized[Options.Everything]).ShouldContain("nodeclaims");
    }

    [Fact]
    public async Task Every_object_that_is_applied_is_what_its_schema_takes()
    {
        var path = Path.Combine(synthesized.NewFolder("applied"), "objects.yaml");
        var applied = synthesized.Stacks.Where(stack => stack.OfType("Custom::JarpointManifests").Any()).SelectMany(AppliedManifests.Of);
        await File.WriteAllTextAsync(
            path,
            string.Concat(applied.Select(one => $"---\n{one.ToJsonString(null)}\n")),
            TestContext.Current.CancellationToken);

        (await TestTool.RunAsync("kubernetes", path)).Select(finding => finding.ToJsonString(null)).ShouldBeEmpty();
    }

    [Fact]
    public void All_objects_fit_an_update_that_carries_the_old_ones_too() =>
        // An asynchronous invocation of Lambda takes 256 KB, in which both stand as strings of JSON.
        synthesized.Stacks.Where(stack => stack.OfType("Custom::JarpointManifests").Any())
            .ShouldAllBe(stack => JsonValue.Create(AppliedManifests.Text(stack)).ToJsonString(null).Length < 120 * 1024);

    private Task<IReadOnlyList<JsonObject>> PlainAsync(string folder) => Kustomize.BuildAsync(folder, synthesized.NewFolder("kustomize"));

    private async Task<List<JsonObject>> WithoutAsync(StackTemplate stack, string folder)
    {
        var others = (await PlainAsync(folder)).Select(one => Identity(one, name => name)).ToHashSet();
        return [.. AppliedManifests.Of(stack).Where(one => !others.Contains(Identity(one, name => name)))];
    }

    /// <summary>Object and path of each difference; and every object that only one side has.</summary>
    private static List<string> Differences(
        IReadOnlyList<JsonObject> applied, IReadOnlyList<JsonObject> plain, Func<string, string> plainName)
    {
        applied.Select(one => Identity(one, plainName)).ShouldBe(plain.Select(one => Identity(one, name => name)), ignoreOrder: true);
        return [.. applied.SelectMany(one => JsonDifference
            .Between(one, plain.Single(other => Identity(other, name => name) == Identity(one, plainName)))
            .Select(path => $"{Identity(one, plainName)} {path}"))];
    }

    private static IEnumerable<string> Differ(
        IReadOnlyList<JsonObject> plain, string kind, string plainName, StackTemplate stack, string name) =>
        JsonDifference.Between(
            plain.Single(one => Identity(one, same => same) == $"{kind} {plainName}"), AppliedManifests.Single(stack, kind, name));

    private static string Identity(JsonObject manifest, Func<string, string> plainName) =>
        $"{manifest["kind"]} {plainName((string)manifest["metadata"]!["name"]!)}";
}
