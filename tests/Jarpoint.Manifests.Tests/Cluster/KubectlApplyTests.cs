using Jarpoint.LocalCloud.Tests.Kubernetes;
using Jarpoint.Manifests.Tools;
using Jarpoint.Tests;

namespace Jarpoint.Manifests.Cluster;

/// <summary>The folders as people use them, with the laptop cloud in place of their cluster.</summary>
public sealed class KubectlApplyTests : IDisposable
{
    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("jarpoint-kubectl-");

    [Theory]
    [InlineData("--server-side=false")]
    [InlineData("--server-side=true")]
    public async Task Every_folder_is_applied_again_without_a_change_and_deleted(string side)
    {
        Commands.NeedKubectl();
        await using var api = await KubernetesFixture.StartAsync();
        foreach (var folder in SchemaTests.Folders.Select(static row => row.Data))
        {
            var path = Path.Combine(Commands.Manifests, folder);
            var objects = Yaml.Read(await Commands.RenderAsync(folder)).Count;
            var first = await KubectlAsync(api, "apply", side, "-k", path);
            var second = await KubectlAsync(api, "apply", side, "-k", path);

            Lines(first).Length.ShouldBe(objects, first);
            Lines(second).Length.ShouldBe(objects, second);
            Lines(second).ShouldAllBe(line => line.EndsWith(
                side.EndsWith("true", StringComparison.Ordinal) ? "serverside-applied" : "unchanged", StringComparison.Ordinal));
            // A namespace is gone at once here, and what is in it with it.
            await KubectlAsync(api, "delete", "-k", path, "--wait=false", "--ignore-not-found");
            (await KubectlAsync(api, "get", "-k", path, "--ignore-not-found", "-o", "name")).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_changed_setting_of_the_DaemonSet_arrives_and_a_dropped_one_goes()
    {
        Commands.NeedKubectl();
        await using var api = await KubernetesFixture.StartAsync();
        await KubectlAsync(api, "apply", "-k", Path.Combine(Commands.Manifests, "daemonset"));
        var settings = Path.Combine(home.FullName, "settings.yaml");
        await File.WriteAllTextAsync(
            settings,
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: jarpoint-node, namespace: jarpoint}
            data: {JARPOINT_BUCKET: my-jars}
            """,
            TestContext.Current.CancellationToken);
        await KubectlAsync(api, "apply", "-f", settings);

        var (_, body) = await api.GetAsync("/api/v1/namespaces/jarpoint/configmaps/jarpoint-node");
        body["data"]!.ToJsonString().ShouldBe("""{"JARPOINT_BUCKET":"my-jars"}""");
    }

    public void Dispose() => home.Delete(recursive: true);

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private async Task<string> KubectlAsync(KubernetesFixture api, params string[] arguments)
    {
        var authority = Path.Combine(home.FullName, "ca.crt");
        await File.WriteAllTextAsync(authority, api.Authority, TestContext.Current.CancellationToken);
        return await TestProgram.RunAsync(
            "kubectl",
            [
                "--server", api.Address.ToString(), "--certificate-authority", authority,
                "--token", KubernetesFixture.AdminToken, "--cache-dir", home.FullName, .. arguments,
            ]);
    }
}
