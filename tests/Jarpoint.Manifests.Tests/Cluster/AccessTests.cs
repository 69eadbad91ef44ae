using System.Text;
using Amazon.Runtime;
using Jarpoint.Functions.Cluster;
using Jarpoint.Functions.Cluster.Transport;
using Jarpoint.LocalCloud.Kubernetes.Access;
using Jarpoint.LocalCloud.Tests.Kubernetes;
using Jarpoint.Manifests.Tools;
using Jarpoint.Nodes.Cluster;

namespace Jarpoint.Manifests.Cluster;

/// <summary>What the roles allow is what the functions' adapter calls: no less, and no more.</summary>
public sealed class AccessTests
{
    private const string Group = "jarpoint:functions";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_roles_allow_every_call_of_the_adapter_and_no_other()
    {
        var rules = Rules("functions").Concat(Rules("replacement")).ToArray();
        await using var api = await KubernetesFixture.StartAsync(access => access with { Rules = rules });
        await CallEverythingAsync(api);

        var allowed = rules.SelectMany(rule => rule.Resources.SelectMany(
            resource => rule.Verbs.Select(verb => $"{verb} {resource}")));
        allowed.Order(StringComparer.Ordinal).ShouldBe(api.Endpoint.Calls.ByAction.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Only_the_replacement_of_nodes_deletes_anything()
    {
        Rules("functions").SelectMany(static rule => rule.Verbs).ShouldNotContain("delete");
        Rules("replacement").ShouldHaveSingleItem().Verbs.ShouldBe(["delete"]);
    }

    [Fact]
    public void No_role_has_a_star_and_each_is_bound_to_the_group_of_the_functions_only()
    {
        foreach (var file in Files("functions", "replacement"))
        {
            foreach (var each in Yaml.Read(File.ReadAllText(file)))
            {
                switch (each.Text("kind"))
                {
                    case "ClusterRole" or "Role":
                        each.ToString().ShouldNotContain("*");
                        break;
                    case "ClusterRoleBinding" or "RoleBinding":
                        (each.Text("subjects", "0", "kind"), each.Text("subjects", "0", "name")).ShouldBe(("Group", Group));
                        Should.NotThrow(() => Yaml.Of(
                            File.ReadAllText(file), each.Text("roleRef", "kind"), each.Text("roleRef", "name")));
                        break;
                }
            }
        }
    }

    private static IEnumerable<string> Files(params string[] folders)
        => folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Commands.Manifests, folder), "*.yaml"));

    private static IEnumerable<AccessRule> Rules(string folder)
        => from file in Files(folder)
           from role in Yaml.Read(File.ReadAllText(file))
           where role.Text("kind") is "ClusterRole" or "Role"
           from rule in ((YamlDotNet.RepresentationModel.YamlSequenceNode)role.At("rules")).Children
           select new AccessRule([.. rule.Texts("verbs")], [.. rule.Texts("apiGroups")], [.. rule.Texts("resources")]);

    // Every method of the port, so that one that is added shows here.
    private static async Task CallEverythingAsync(KubernetesFixture api)
    {
        api.AddNode("a", taints: "readiness.k8s.io/jars-mounted");
        using var nodes = ClusterServices.Create(
            new ClusterOptions { Name = KubernetesFixture.Cluster, Region = "us-east-1" },
            ClusterLocation.Parse(
                api.Address.ToString(), Convert.ToBase64String(Encoding.ASCII.GetBytes(api.Authority))),
            static () => Task.FromResult<AWSCredentials>(new BasicAWSCredentials("AKIAEXAMPLE", "example")),
            TimeProvider.System);
        await foreach (var node in nodes.ListAsync(Cancellation))
        {
            (await nodes.RemoveTaintAsync(node, "readiness.k8s.io/jars-mounted", Cancellation)).ShouldBe(ClusterOutcome.Done);
        }

        var now = DateTimeOffset.UnixEpoch;
        var seen = (await nodes.GetAsync("a", Cancellation)).ShouldNotBeNull();
        await nodes.SetConditionAsync(
            seen, new MountCondition(ConditionStatus.True, "Mounted", "m", now, now), Cancellation);
        await nodes.RecordAsync(EventOf(now), Cancellation);
        await nodes.DeleteClaimAsync("spark-1", Cancellation);
        typeof(IClusterNodes).GetMethods().Select(static method => method.Name).ShouldBe(
            ["ListAsync", "GetAsync", "RemoveTaintAsync", "SetConditionAsync", "RecordAsync", "DeleteClaimAsync"],
            ignoreOrder: true);
    }

    private static NodeEvent EventOf(DateTimeOffset at) => new("a", "u-1", Warning: false, "Mounted", "m", at);
}
