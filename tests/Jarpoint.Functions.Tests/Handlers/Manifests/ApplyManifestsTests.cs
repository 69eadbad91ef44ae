using System.Text.Json.Nodes;
using Jarpoint.Functions.Cluster.Objects;
using static Jarpoint.Functions.Tests.Handlers.Manifests.ManifestBench;

namespace Jarpoint.Functions.Tests.Handlers.Manifests;

/// <summary>What happens to the objects of a custom resource, and what CloudFormation is told.</summary>
public sealed class ApplyManifestsTests
{
    private static readonly string[] Both = [Map("settings"), Plain("Namespace", "jarpoint")];

    [Fact]
    public async Task Creates_what_others_need_first_and_says_so_once()
    {
        await using var bench = await StartAsync();
        var answer = await bench.AskAsync(
            "Create",
            [
                Plain("NodePool", "spark", "karpenter.sh/v1"), Map("settings"),
                Plain("ClusterRoleBinding", "a", "rbac.authorization.k8s.io/v1"), Plain("Widget", "w", "example.com/v1"),
                Plain("Namespace", "jarpoint"), Plain("ClusterRole", "a", "rbac.authorization.k8s.io/v1"),
                Plain("CustomResourceDefinition", "widgets.example.com", "apiextensions.k8s.io/v1"),
            ]);

        answer.ToJsonString().ShouldBe(
            """{"Status":"SUCCESS","PhysicalResourceId":"spark/Manifests","StackId":"arn:aws:cloudformation:eu-west-1:123456789012:stack/jarpoint/1","RequestId":"r-1","LogicalResourceId":"Manifests"}""");
        bench.Objects.Writes.Select(write => write.Split(' ')[2]).ShouldBe(
            [
                "CustomResourceDefinition", "Namespace", "ClusterRole", "ClusterRoleBinding", "ConfigMap", "Widget",
                "NodePool",
            ]);
        var labels = bench.Objects.Document("spark ConfigMap jarpoint/settings")["metadata"]!["labels"]!;
        labels["app.kubernetes.io/managed-by"]!.ToString().ShouldBe("jarpoint");
    }

    [Fact]
    public async Task An_update_changes_what_is_there_and_then_deletes_what_left_the_set()
    {
        await using var bench = await StartAsync();
        await bench.AskAsync("Create", Both);
        bench.Objects.Writes.Clear();
        var answer = await bench.AskAsync("Update", [Map("settings", "y"), Map("more")], Both);

        answer["Status"]!.ToString().ShouldBe("SUCCESS");
        answer["PhysicalResourceId"]!.ToString().ShouldBe("spark/Manifests");
        bench.Objects.Writes.ShouldBe(
            [
                "apply spark ConfigMap jarpoint/settings", "apply spark ConfigMap jarpoint/more",
                "delete spark Namespace jarpoint",
            ]);
        bench.Objects.Document("spark ConfigMap jarpoint/settings")["data"]!["a"]!.ToString().ShouldBe("y");
    }

    [Fact]
    public async Task An_update_that_fails_deletes_nothing_and_its_rollback_brings_the_old_set_back()
    {
        await using var bench = await StartAsync();
        await bench.AskAsync("Create", Both);
        bench.Objects.OnCall = RefuseOn("apply spark ConfigMap jarpoint/more", "422 Invalid: no");
        string[] wanted = [Map("added"), Map("more")];
        var failed = await bench.AskAsync("Update", wanted, Both);
        var left = bench.Objects.Names.ToArray();
        var rolled = await bench.AskAsync("Update", Both, wanted);

        failed["Status"]!.ToString().ShouldBe("FAILED");
        left.ShouldContain("spark Namespace jarpoint");
        rolled["Status"]!.ToString().ShouldBe("SUCCESS");
        bench.Objects.Names.ShouldBe(["spark ConfigMap jarpoint/settings", "spark Namespace jarpoint"]);
    }

    [Fact]
    public async Task A_deletion_goes_backwards_and_does_not_mind_what_is_gone()
    {
        await using var bench = await StartAsync();
        await bench.AskAsync("Create", [.. Both, Map("lost")]);
        bench.Objects.Remove("spark ConfigMap jarpoint/lost");
        bench.Objects.Writes.Clear();
        var answer = await bench.AskAsync("Delete", [.. Both, Map("lost")]);

        answer["Status"]!.ToString().ShouldBe("SUCCESS");
        bench.Objects.Writes.ShouldBe(["delete spark ConfigMap jarpoint/settings", "delete spark Namespace jarpoint"]);
    }

    [Fact]
    public async Task What_was_there_before_a_creation_that_fails_is_there_after_it()
    {
        await using var bench = await StartAsync();
        bench.Objects.Put("spark Namespace jarpoint");
        bench.Objects.OnCall = RefuseOn("apply spark ConfigMap jarpoint/z", "422 Invalid: no");
        string[] wanted = [.. Both, Map("z")];
        var failed = await bench.AskAsync("Create", wanted);
        var cleaned = await bench.AskAsync("Delete", wanted, physical: failed["PhysicalResourceId"]!.ToString());

        failed["Reason"]!.ToString().ShouldBe(
            "apply ConfigMap jarpoint/z to cluster spark: 422 Invalid: no; 2 of 3 objects are applied");
        cleaned["Status"]!.ToString().ShouldBe("SUCCESS");
        bench.Objects.Names.ShouldBe(["spark Namespace jarpoint"]);
        bench.Objects.Live("spark Namespace jarpoint").Owner.ShouldBeNull();
    }

    [Fact]
    public async Task A_creation_that_never_answered_is_deleted_under_the_name_CloudFormation_gave_it()
    {
        await using var bench = await StartAsync();
        await bench.AskAsync("Create", Both);
        var answer = await bench.AskAsync("Delete", Both, physical: "jarpoint-Manifests-1A2B3C");

        answer["PhysicalResourceId"]!.ToString().ShouldBe("jarpoint-Manifests-1A2B3C");
        bench.Objects.Names.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Create")]
    [InlineData("Update")]
    [InlineData("Delete")]
    public async Task The_same_request_twice_is_answered_twice_and_done_once(string type)
    {
        await using var bench = await StartAsync();
        await bench.AskAsync("Create", [.. Both, Map("old")]);
        var first = await bench.AskAsync(type, Both, [.. Both, Map("old")]);
        var names = bench.Objects.Names.ToArray();
        var second = await bench.AskAsync(type, Both, [.. Both, Map("old")]);

        second.ToJsonString().ShouldBe(first.ToJsonString());
        bench.Objects.Names.ShouldBe(names);
    }

    [Fact]
    public async Task Another_cluster_is_another_resource_and_the_old_one_is_left_to_its_own_deletion()
    {
        await using var bench = await StartAsync();
        await bench.AskAsync("Create", Both);
        var moved = await bench.AskAsync("Update", [Map("settings")], Both, cluster: "blue");
        var deleted = await bench.AskAsync("Delete", Both);

        moved["PhysicalResourceId"]!.ToString().ShouldBe("blue/Manifests");
        deleted["PhysicalResourceId"]!.ToString().ShouldBe("spark/Manifests");
        bench.Objects.Names.ShouldBe(["blue ConfigMap jarpoint/settings"]);
    }

    [Fact]
    public async Task An_object_of_another_stack_is_refused_and_one_of_the_same_stack_changes_hands()
    {
        await using var bench = await StartAsync();
        bench.Objects.Put("spark Namespace jarpoint", "arn:aws:cloudformation:eu-west-1:1:stack/jarpoint/11/Manifests");
        var refused = await bench.AskAsync("Create", Both);
        bench.Objects.Put("spark Namespace jarpoint", Stack + "/Others");
        var taken = await bench.AskAsync("Create", Both);
        var deletion = await bench.AskAsync("Delete", Both, edit: request => request["LogicalResourceId"] = "Others");

        refused["Reason"]!.ToString().ShouldContain("it belongs to arn:aws:cloudformation:eu-west-1:1:stack/jarpoint/11/Manifests");
        taken["Status"]!.ToString().ShouldBe("SUCCESS");
        deletion["Status"]!.ToString().ShouldBe("SUCCESS");
        bench.Objects.Live("spark Namespace jarpoint").Owner.ShouldBe(Stack + "/Manifests");
    }

    [Theory]
    [InlineData("Create", "FAILED")]
    [InlineData("Delete", "SUCCESS")]
    public async Task Of_a_cluster_that_is_gone_nothing_is_left_to_delete(string type, string expected)
    {
        await using var bench = await StartAsync();
        bench.Objects.OnCall = static (_, _) => Task.FromResult<ObjectOutcome?>(
            new ObjectOutcome.Nowhere("eks:DescribeCluster spark: EKS answered 404"));
        (await bench.AskAsync(type, Both))["Status"]!.ToString().ShouldBe(expected);
    }

    [Theory]
    [InlineData("""{"Cluster":"spark"}""", "the property Manifests is no text with a JSON array in it")]
    [InlineData("""{"Cluster":"spark","Manifests":"{"}""", "the property Manifests is not JSON")]
    [InlineData("""{"Cluster":"two words","Manifests":"[]"}""", "no name of a cluster: 'two words'")]
    [InlineData("""{"Manifests":"[]"}""", "no name of a cluster: missing")]
    [InlineData("""{"Cluster":"spark","Manifests":"[7]"}""", "manifest 1 of 1 is no object with metadata")]
    [InlineData("""{"Cluster":"spark","Manifests":"[{\"metadata\":{}}]"}""", "has the apiVersion missing")]
    [InlineData("""{"Cluster":"spark","Manifests":"[{\"apiVersion\":\"v1\",\"kind\":\"ConfigMapList\",\"metadata\":{\"name\":\"a\"}}]"}""", "has the kind 'ConfigMapList'")]
    [InlineData("""{"Cluster":"spark","Manifests":"[{\"apiVersion\":\"v1\",\"kind\":\"Node\",\"metadata\":{\"name\":\"..\"}}]"}""", "has the name '..'")]
    [InlineData("""{"Cluster":"spark","Manifests":"[{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"metadata\":{\"name\":\"a\",\"namespace\":\"a/b\"}}]"}""", "has the namespace 'a/b'")]
    [InlineData("""{"Cluster":"spark","Manifests":"[{\"apiVersion\":\"v1\",\"kind\":\"Node\",\"metadata\":{\"name\":\"a\",\"uid\":\"u\"}}]"}""", "sets metadata.uid")]
    [InlineData("""{"Cluster":"spark","Manifests":"[{\"apiVersion\":\"v1\",\"kind\":\"Node\",\"metadata\":{\"name\":\"a\",\"annotations\":{\"jarpoint/owner\":\"u\"}}}]"}""", "sets the annotation")]
    [InlineData("""{"Cluster":"spark","Manifests":"[{\"apiVersion\":\"v1\",\"kind\":\"Node\",\"metadata\":{\"name\":\"a\"}},{\"apiVersion\":\"v2\",\"kind\":\"Node\",\"metadata\":{\"name\":\"a\"}}]"}""", "has")]
    public async Task Bad_input_is_answered_and_touches_no_cluster(string properties, string reason)
    {
        await using var bench = await StartAsync();
        var answer = await bench.AskAsync("Create", [], edit: request =>
            request["ResourceProperties"] = JsonNode.Parse(properties));
        var deletion = await bench.AskAsync("Delete", [], edit: request =>
            request["ResourceProperties"] = JsonNode.Parse(properties));

        answer["Status"]!.ToString().ShouldBe("FAILED");
        answer["Reason"]!.ToString().ShouldContain(reason == "has" ? "is there twice" : reason);
        deletion["Status"]!.ToString().ShouldBe("SUCCESS");
        bench.Objects.Writes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("RequestType", "the request is a '', which nobody knows")]
    [InlineData("StackId", "names no stack")]
    [InlineData("ResourceProperties", "no name of a cluster")]
    public async Task A_request_that_lacks_something_is_answered(string field, string reason)
    {
        await using var bench = await StartAsync();
        var answer = await bench.AskAsync("Create", Both, edit: request => request.Remove(field));
        answer["Reason"]!.ToString().ShouldContain(reason);
    }

    private static Func<string, CancellationToken, Task<ObjectOutcome?>> RefuseOn(string call, string reason)
        => (made, _) => Task.FromResult<ObjectOutcome?>(made == call ? new ObjectOutcome.Refused(reason) : null);
}
