using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Jarpoint.Manifests.Tools;
using Jarpoint.Tests;

namespace Jarpoint.Manifests;

/// <summary>
/// The expressions of the admission policy, evaluated by another implementation of CEL than Kubernetes' own: they keep to
/// what both have.
/// </summary>
public sealed partial class AdmissionTests
{
    private const string Node = """
        {"metadata":{"name":"n","resourceVersion":"1","labels":{"a":"b"},"finalizers":["karpenter.sh/termination"]},
         "spec":{"providerID":"aws:///a/i-1","podCIDRs":["10.0.0.0/24"],"taints":[
           {"key":"readiness.k8s.io/jars-mounted","effect":"NoSchedule"},
           {"key":"node.kubernetes.io/not-ready","effect":"NoExecute","timeAdded":"2026-01-01T00:00:00Z"}]},
         "status":{"capacity":{"cpu":"4"},"images":[{"names":["a"],"sizeBytes":7}],"conditions":[
           {"type":"Ready","status":"True","reason":"KubeletReady"},
           {"type":"JarsMounted","status":"Unknown","reason":"Starting"}]}}
        """;

    private static readonly string Policy = Path.Combine(Commands.Manifests, "functions", "admission.yaml");

    /// <summary>What is done to the node, and the word of the rule that forbids it; none for what is allowed.</summary>
    private static readonly (string Name, Action<JsonObject> Change, string? Rule)[] Changes =
    [
        ("nothing", static _ => { }, null),
        ("our taint taken off", static node => Taints(node).RemoveAt(0), null),
        ("the resource version", static node => node["metadata"]!["resourceVersion"] = "2", null),
        ("managed fields", static node => node["metadata"]!["managedFields"] = new JsonArray("x"), null),
        ("another taint taken off", static node => Taints(node).RemoveAt(1), "taint"),
        ("all taints taken off", static node => node["spec"]!.AsObject().Remove("taints"), "taint"),
        ("another taint changed", static node => Taints(node)[1]!["effect"] = "NoSchedule", "taint"),
        ("the age of another taint", static node => Taints(node)[1]!.AsObject().Remove("timeAdded"), "taint"),
        ("our taint made harmless", static node => Taints(node)[0]!["effect"] = "PreferNoSchedule", "taint"),
        ("a taint put on", static node => Taints(node).Add(JsonNode.Parse("""{"key":"x","effect":"NoSchedule"}""")), "taint"),
        ("cordoned", static node => node["spec"]!["unschedulable"] = true, "spec"),
        ("another provider id", static node => node["spec"]!["providerID"] = "aws:///a/i-2", "spec"),
        ("no CIDRs", static node => node["spec"]!.AsObject().Remove("podCIDRs"), "spec"),
        ("a label put on", static node => node["metadata"]!["labels"]!["karpenter.sh/registered"] = "true", "labels"),
        ("labels taken off", static node => node["metadata"]!.AsObject().Remove("labels"), "labels"),
        ("annotated", static node => node["metadata"]!["annotations"] = new JsonObject { ["a"] = "b" }, "annotations"),
        ("a finalizer taken off", static node => node["metadata"]!.AsObject().Remove("finalizers"), "finalizers"),
        ("our condition written", static node => Conditions(node)[1]!["status"] = "True", null),
        ("our condition taken away", static node => Conditions(node).RemoveAt(1), null),
        ("another condition written", static node => Conditions(node)[0]!["status"] = "False", "condition"),
        ("another condition taken away", static node => Conditions(node).RemoveAt(0), "condition"),
        ("a condition invented", static node => Conditions(node).Add(JsonNode.Parse("""{"type":"X","status":"True"}""")), "condition"),
        ("all conditions taken away", static node => node["status"]!.AsObject().Remove("conditions"), "condition"),
        ("a larger machine", static node => node["status"]!["capacity"]!["cpu"] = "400", "status"),
        ("another image", static node => node["status"]!["images"]![0]!["sizeBytes"] = 8, "status"),
        ("an address", static node => node["status"]!["addresses"] = new JsonArray(new JsonObject { ["type"] = "InternalIP" }), "status"),
    ];

    [Fact]
    public async Task The_functions_may_take_our_taint_off_and_write_our_condition_and_nothing_else()
    {
        var cases = Changes.Select(change => Case("jarpoint:functions", change.Change)).ToArray();
        var verdicts = await JudgeAsync(cases);
        for (var i = 0; i < Changes.Length; i++)
        {
            var denials = verdicts[i]!.AsArray().Select(denial => denial!.ToString()).ToArray();
            if (Changes[i].Rule is { } rule)
            {
                denials.ShouldHaveSingleItem(Changes[i].Name).ShouldContain(rule, customMessage: Changes[i].Name);
            }
            else
            {
                denials.ShouldBeEmpty(Changes[i].Name);
            }
        }
    }

    [Fact]
    public async Task A_node_without_taints_or_status_or_labels_is_judged_too()
    {
        var bare = """{"metadata":{"name":"n"},"spec":{}}""";
        var verdicts = await JudgeAsync(
            Case("jarpoint:functions", static _ => { }, bare),
            Case("jarpoint:functions", static node => node["spec"]!["taints"] = JsonNode.Parse("""[{"key":"x"}]"""), bare),
            Case("jarpoint:functions", static node => node["status"] = JsonNode.Parse("""{"conditions":[{"type":"JarsMounted"}]}"""), bare));
        verdicts.Select(verdict => verdict!.AsArray().Count).ShouldBe([0, 1, 0]);
    }

    [Fact]
    public async Task Nobody_else_is_held_to_it()
    {
        var anonymous = Case("system:nodes", static node => node["spec"]!["unschedulable"] = true);
        anonymous["request"] = JsonNode.Parse("""{"userInfo":{"username":"x"}}""");
        (await JudgeAsync(Case("system:nodes", static node => node["spec"]!["unschedulable"] = true), anonymous))
            .ShouldAllBe(verdict => verdict == null);
    }

    [Theory]
    [InlineData("NodeSpec", "spec", "taints")]
    [InlineData("NodeStatus", "status", "conditions")]
    public void Every_field_of_the_API_is_compared(string type, string half, string special)
    {
        var policy = File.ReadAllText(Policy);
        var declared = FieldShape().Matches(
                File.ReadAllText(TestTool.Dependency("kubernetes-models", "v1", $"{type}.d.ts")))
            .Select(match => match.Groups[1].Value).Distinct().ToArray();
        declared.ShouldContain(special);
        foreach (var field in declared.Where(field => field != special))
        {
            Regex.IsMatch(policy, $@"object\.\?{half}\.\?{field}\.orValue\((.*?)\) == oldObject\.\?{half}\.\?{field}\.orValue\(\1\)")
                .ShouldBeTrue($"{half}.{field} is free to change");
        }
    }

    private static JsonArray Taints(JsonObject node) => node["spec"]!["taints"]!.AsArray();

    private static JsonArray Conditions(JsonObject node) => node["status"]!["conditions"]!.AsArray();

    private static JsonObject Case(string group, Action<JsonObject> change, string node = Node)
    {
        var changed = JsonNode.Parse(node)!.AsObject();
        change(changed);
        return new JsonObject
        {
            ["request"] = new JsonObject
            {
                ["userInfo"] = new JsonObject { ["groups"] = new JsonArray("system:authenticated", group) },
            },
            ["object"] = changed,
            ["oldObject"] = JsonNode.Parse(node),
        };
    }

    private static async Task<IReadOnlyList<JsonNode>> JudgeAsync(params JsonObject[] cases)
    {
        var path = Path.Combine(Path.GetTempPath(), $"jarpoint-admission-{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(path, new JsonArray(cases).ToJsonString(), TestContext.Current.CancellationToken);
        try
        {
            return await TestTool.RunAsync("cel", Policy, path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [GeneratedRegex(@"^ {4}""(\w+)""\?:", RegexOptions.Multiline)]
    private static partial Regex FieldShape();
}
