using System.Text.Json.Nodes;
using Jarpoint.LocalCloud.Compute;
using Jarpoint.LocalCloud.Hosting;
using Jarpoint.LocalCloud.Karpenter;
using Jarpoint.LocalCloud.Kubernetes;
using Microsoft.Extensions.Time.Testing;

namespace Jarpoint.LocalCloud.Tests.Karpenter;

public sealed class KarpenterTests : IDisposable
{
    private const string Ours = "readiness.k8s.io/jars-mounted";

    private static readonly Dictionary<string, string> Tags = new()
    {
        ["karpenter.sh/nodepool"] = "spark",
        ["eks:eks-cluster-name"] = "jarpoint",
    };

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly InstanceStore instances;
    private readonly KubernetesStore cluster;
    private readonly KarpenterController karpenter;

    public KarpenterTests()
    {
        instances = new InstanceStore(new LocalAccount("eu-west-1"), new InstanceStoreOptions(), time);
        cluster = new KubernetesStore(time);
        karpenter = new KarpenterController(
            instances,
            cluster,
            new KarpenterOptions
            {
                Cluster = "jarpoint",
                Join = DelayRange.Seconds(10, 10),
                Readiness = DelayRange.Seconds(5, 5),
                Registration = DelayRange.Seconds(20, 20),
                Drain = DelayRange.Seconds(30, 30),
            },
            time);
    }

    [Fact]
    public void An_instance_becomes_a_claim_then_a_node_then_registered_then_initialized()
    {
        var instance = Launch();
        var claim = cluster.List(ResourceKind.NodeClaims).Objects.ShouldHaveSingleItem();
        claim.Name.ShouldStartWith("spark-");
        claim.Document()["status"]!["providerID"]!.GetValue<string>().ShouldBe($"aws:///eu-west-1a/{instance.Id}");
        Advance(10);
        cluster.Count(ResourceKind.Nodes).ShouldBe(0);

        Advance(1);
        var node = cluster.List(ResourceKind.Nodes).Objects.ShouldHaveSingleItem();
        node.Name.ShouldBe(instance.PrivateDnsName);
        node.Labels["karpenter.sh/nodepool"].ShouldBe("spark");
        node.Document()["spec"]!["providerID"]!.GetValue<string>().ShouldBe($"aws:///eu-west-1a/{instance.Id}");
        Taints().ShouldBe([Ours, "karpenter.sh/unregistered", "node.kubernetes.io/not-ready"]);
        Advance(5);
        Taints().ShouldBe([Ours, "karpenter.sh/unregistered"]);

        Advance(15);
        Taints().ShouldBe([Ours]);
        Node().Labels["karpenter.sh/registered"].ShouldBe("true");
        Node().Document()["metadata"]!["ownerReferences"]![0]!["name"]!.GetValue<string>().ShouldBe(claim.Name);
        instances.Find(instance.Id)!.Tags["karpenter.sh/nodeclaim"].ShouldBe(claim.Name);
        Advance(3600);
        Condition("Initialized").ShouldBe("Unknown");

        Untaint();
        Advance(1);
        Condition("Initialized").ShouldBe("True");
        Node().Labels["karpenter.sh/initialized"].ShouldBe("true");
    }

    [Fact]
    public void A_startup_taint_that_is_taken_off_too_early_comes_back()
    {
        Launch();
        Advance(12);
        Untaint();
        Taints().ShouldNotContain(Ours);

        Advance(20);

        Taints().ShouldBe([Ours]);
        Condition("Initialized").ShouldBe("Unknown");
    }

    [Fact]
    public void Deleting_the_claim_drains_terminates_and_takes_the_node_along()
    {
        var instance = Launch();
        Advance(40);
        cluster.Delete(ResourceKind.NodeClaims, cluster.List(ResourceKind.NodeClaims).Objects[0].Name);
        Advance(1);
        Node().Document()["metadata"]!["deletionTimestamp"].ShouldNotBeNull();
        instances.Find(instance.Id)!.State.ShouldBe(InstanceState.Running);

        Advance(32);

        instances.Find(instance.Id)!.State.ShouldBe(InstanceState.Terminated);
        cluster.Count(ResourceKind.Nodes).ShouldBe(0);
        cluster.Count(ResourceKind.NodeClaims).ShouldBe(0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(40)]
    public void An_instance_that_is_terminated_leaves_nothing_behind(int after)
    {
        var instance = Launch();
        Advance(after);
        instances.Terminate(instance.Id);
        Advance(3);
        cluster.Count(ResourceKind.Nodes).ShouldBe(0);
        cluster.Count(ResourceKind.NodeClaims).ShouldBe(0);

        Advance(60);

        cluster.Count(ResourceKind.Nodes).ShouldBe(0);
    }

    [Fact]
    public void Instances_of_another_cluster_or_of_no_pool_are_left_alone()
    {
        instances.Launch(new InstanceLaunch());
        instances.Launch(new InstanceLaunch
        {
            Tags = new Dictionary<string, string>(Tags) { ["eks:eks-cluster-name"] = "jarpoint-2" },
        });
        Advance(60);

        cluster.Count(ResourceKind.NodeClaims).ShouldBe(0);
        cluster.Count(ResourceKind.Nodes).ShouldBe(0);
    }

    [Fact]
    public void Two_thousand_nodes_come_up()
    {
        instances.Launch(new InstanceLaunch { Tags = Tags }, 2000);
        Advance(40);

        var nodes = cluster.List(ResourceKind.Nodes).Objects;
        nodes.Count.ShouldBe(2000);
        nodes.ShouldAllBe(static node => node.Labels.ContainsKey("karpenter.sh/registered"));
    }

    public void Dispose()
    {
        karpenter.Dispose();
        instances.Dispose();
    }

    private Instance Launch() => instances.Launch(new InstanceLaunch { Tags = Tags }).ShouldHaveSingleItem();

    private void Advance(int seconds)
    {
        for (var i = 0; i < Math.Min(seconds, 100); i++)
        {
            time.Advance(TimeSpan.FromSeconds(Math.Max(1, seconds / 100)));
        }
    }

    private StoredObject Node() => cluster.List(ResourceKind.Nodes).Objects.ShouldHaveSingleItem();

    private string[] Taints()
        => [.. Node().Document()["spec"]!["taints"]!.AsArray().Select(static each => each!["key"]!.GetValue<string>())];

    private string? Condition(string type)
        => cluster.List(ResourceKind.NodeClaims).Objects.ShouldHaveSingleItem().Document()["status"]!["conditions"]!
            .AsArray().Single(each => each!["type"]!.GetValue<string>() == type)!["status"]!.GetValue<string>();

    private void Untaint()
        => cluster.Update(ResourceKind.Nodes, Node().Name, "", static node =>
        {
            var taints = node["spec"]!["taints"]!.AsArray();
            var kept = taints.Where(static each => each!["key"]!.GetValue<string>() != Ours)
                .Select(static each => each!.DeepClone()).ToArray();
            node["spec"]!["taints"] = new JsonArray(kept);
            return node;
        });
}
