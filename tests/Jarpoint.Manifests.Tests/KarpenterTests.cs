using Jarpoint.Manifests.Tools;
using YamlDotNet.RepresentationModel;

namespace Jarpoint.Manifests;

/// <summary>What the pools must say for a node to stay empty until its jars are there.</summary>
public sealed class KarpenterTests
{
    [Fact]
    public async Task A_pool_that_SSM_mounts_for_starts_with_the_taint_that_the_functions_take_off()
    {
        Commands.NeedKubectl();
        foreach (var pool in await PoolsAsync("karpenter"))
        {
            pool.At("spec", "template", "spec", "startupTaints", "0").Map().ShouldBe(new Dictionary<string, string>
            {
                ["key"] = "readiness.k8s.io/jars-mounted",
                ["effect"] = "NoSchedule",
            }, ignoreOrder: true);
            // A taint that is not a startup taint makes Karpenter launch one node after another.
            ((YamlMappingNode)pool.At("spec", "template", "spec")).Children.Keys.ShouldNotContain(new YamlScalarNode("taints"));
        }
    }

    [Fact]
    public async Task A_pool_that_mounts_in_user_data_waits_for_nobody_and_its_stand_in_keeps_kubelet_from_starting()
    {
        Commands.NeedKubectl();
        foreach (var pool in await PoolsAsync("karpenter-user-data"))
        {
            ((YamlMappingNode)pool.At("spec", "template", "spec")).Children.Keys
                .ShouldNotContain(new YamlScalarNode("startupTaints"));
        }

        var userData = Yaml.Of(await Commands.RenderAsync("karpenter-user-data"), "EC2NodeClass", "spark").Text("spec", "userData");
        userData.ShouldStartWith("MIME-Version: 1.0\n");
        userData.ShouldContain("systemctl mask --runtime nodeadm-run.service\nexit 1\n");
    }

    [Fact]
    public async Task There_is_a_pool_on_demand_and_one_on_spot_and_both_have_the_node_class()
    {
        Commands.NeedKubectl();
        var pools = await PoolsAsync("karpenter");
        pools.SelectMany(static pool => pool.Texts("spec", "template", "spec", "requirements", "0", "values"))
            .ShouldBe(["on-demand", "spot"], ignoreOrder: true);
        pools.Select(static pool => pool.Text("spec", "template", "spec", "nodeClassRef", "name")).Distinct().ShouldBe(["spark"]);
    }

    private static async Task<List<YamlMappingNode>> PoolsAsync(string folder)
    {
        var pools = Yaml.Read(await Commands.RenderAsync(folder)).Where(static each => each.Text("kind") == "NodePool").ToList();
        pools.Count.ShouldBe(2);
        return pools;
    }
}
