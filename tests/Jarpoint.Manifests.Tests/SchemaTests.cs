using System.Text.Json.Nodes;
using Jarpoint.Manifests.Tools;
using Jarpoint.Tests;

namespace Jarpoint.Manifests;

/// <summary>Every object against the schemas of its API, fields that no schema knows included.</summary>
public sealed class SchemaTests
{
    private const string Daemons = """
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: {name: a}
        spec:
          selector: {matchLabels: {a: b}}
          template:
            metadata: {labels: {a: b}}
            spec:
              tolerations: [{operator: Exists}]
              containers: [{name: a, image: a, resources: {limits: {memory: 1Gi}}}]
        """;

    public static TheoryData<string> Folders
        => [.. Directory.EnumerateDirectories(Commands.Manifests).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task Every_folder_renders_and_is_what_the_API_takes(string folder)
    {
        Commands.NeedKubectl();
        var rendered = await Commands.RenderAsync(folder);
        Yaml.Read(rendered).ShouldNotBeEmpty();
        (await FindAsync(rendered)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Every_file_of_a_folder_is_in_its_kustomization(string folder)
    {
        var path = Path.Combine(Commands.Manifests, folder);
        var kustomization = File.ReadAllText(Path.Combine(path, "kustomization.yaml"));
        foreach (var file in Directory.EnumerateFiles(path, "*.yaml").Select(Path.GetFileName))
        {
            (file == "kustomization.yaml" || kustomization.Contains(file!, StringComparison.Ordinal)).ShouldBeTrue(file);
        }
    }

    [Theory]
    [InlineData("kind: DaemonSet", "kind: DemonSet", "/kind no DemonSet in apps/v1")]
    [InlineData("spec:\n  selector", "spec:\n  selektor", "/spec must have required property selector")]
    [InlineData("operator: Exists", "operator: Exist", "/spec/template/spec/tolerations/0/operator must be equal to one of the allowed values")]
    [InlineData("operator: Exists", "operater: Exists", "/spec/template/spec/tolerations/0/operater unknown field")]
    [InlineData("limits:", "limit:", "/spec/template/spec/containers/0/resources/limit unknown field")]
    [InlineData("name: a, image", "nam: a, image", "/spec/template/spec/containers/0 must have required property name")]
    [InlineData("metadata: {name: a}", "metadata: {name: a, labls: {x: y}}", "/metadata/labls unknown field")]
    public async Task A_mistake_in_a_DaemonSet_is_found(string right, string wrong, string finding)
        => await FindsAsync(Daemons.Replace(right, wrong, StringComparison.Ordinal), finding);

    [Theory]
    [InlineData("startupTaints", "startUpTaints", "/spec/template/spec/startUpTaints unknown field")]
    [InlineData("consolidationPolicy: WhenEmpty", "consolidationPolicy: Sometimes", "/spec/disruption/consolidationPolicy must be equal to one of the allowed values")]
    [InlineData("nodeClassRef", "nodeClass", "/spec/template/spec must have required property nodeClassRef")]
    public async Task A_mistake_in_a_NodePool_is_found(string right, string wrong, string finding)
        => await FindsAsync(
            (await File.ReadAllTextAsync(Path.Combine(Commands.Manifests, "karpenter", "spot.yaml"), TestContext.Current.CancellationToken))
                .Replace(right, wrong, StringComparison.Ordinal),
            finding);

    private static async Task FindsAsync(string text, string finding)
    {
        var findings = (await FindAsync(text)).Select(each => $"{each["path"]} {each["problem"]}");
        findings.ShouldContain(finding);
    }

    private static async Task<IReadOnlyList<JsonNode>> FindAsync(string text)
    {
        var path = Path.Combine(Path.GetTempPath(), $"jarpoint-manifests-{Guid.NewGuid():N}.yaml");
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        try
        {
            return await TestTool.RunAsync("kubernetes", path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
