using System.Diagnostics;

namespace Jarpoint.LocalCloud.Tests.Kubernetes;

/// <summary>A client written by others, over TLS and with a bearer token as it would use EKS.</summary>
public sealed class KubectlTests : IDisposable
{
    private static readonly string? Program = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(static directory => Path.Combine(directory, "kubectl"))
        .FirstOrDefault(File.Exists);

    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("jarpoint-kubectl-");

    [Fact]
    public async Task It_gets_describes_taints_and_deletes_nodes()
    {
        Assert.SkipWhen(Program is null, "the kubectl command is not on the PATH");
        await using var api = await KubernetesFixture.StartAsync();
        api.AddNode("ip-10-0-0-4", taints: "readiness.k8s.io/jars-mounted");
        await api.SendAsync(
            HttpMethod.Post,
            "/api/v1/namespaces/default/events",
            "application/json",
            """
            {"metadata":{"name":"e"},"involvedObject":{"kind":"Node","name":"ip-10-0-0-4","uid":"ip-10-0-0-4"},
             "type":"Warning","reason":"MountFailed","message":"no such bucket"}
            """);

        var table = await KubectlAsync(api, "get", "nodes");
        table.ShouldContain("STATUS");
        table.ShouldContain("ip-10-0-0-4");
        table.ShouldContain("Ready");
        (await KubectlAsync(api, "get", "nodes", "-o", "yaml")).ShouldContain("providerID: aws:///eu-west-1a/i-ip-10-0-0-4");
        var described = await KubectlAsync(api, "describe", "node", "ip-10-0-0-4");
        described.ShouldContain("readiness.k8s.io/jars-mounted:NoSchedule");
        described.ShouldContain("no such bucket");
        (await KubectlAsync(api, "get", "events")).ShouldContain("MountFailed");

        await KubectlAsync(api, "taint", "node", "ip-10-0-0-4", "readiness.k8s.io/jars-mounted:NoSchedule-");
        api.Taints("ip-10-0-0-4").ShouldBe(["node.kubernetes.io/not-ready"]);
        await KubectlAsync(api, "taint", "node", "ip-10-0-0-4", "mine=1:NoExecute");
        api.Taints("ip-10-0-0-4").ShouldBe(["node.kubernetes.io/not-ready", "mine"], ignoreOrder: true);
        await KubectlAsync(api, "label", "node", "ip-10-0-0-4", "x=y");
        await KubectlAsync(api, "delete", "node", "ip-10-0-0-4", "--timeout=60s");
        (await KubectlAsync(api, "get", "nodes", "-o", "name")).Trim().ShouldBeEmpty();
    }

    [Fact]
    public async Task It_knows_node_claims_and_waits_until_one_is_gone()
    {
        Assert.SkipWhen(Program is null, "the kubectl command is not on the PATH");
        await using var api = await KubernetesFixture.StartAsync();
        const string Path = "/apis/karpenter.sh/v1/nodeclaims";
        await api.SendAsync(
            HttpMethod.Post, Path, "application/json", """{"metadata":{"name":"spark-1","finalizers":["karpenter.sh/termination"]}}""");

        (await KubectlAsync(api, "get", "nodeclaims")).ShouldContain("spark-1");
        var deletion = KubectlAsync(api, "delete", "nodeclaim", "spark-1", "--timeout=60s");
        await Eventually.HoldsAsync(
            () => api.Store.Find(Jarpoint.LocalCloud.Kubernetes.ResourceKind.NodeClaims, "spark-1")!.Document()["metadata"]!
                ["deletionTimestamp"] is not null,
            static () => "the NodeClaim was not marked");
        deletion.IsCompleted.ShouldBeFalse();
        await api.PatchAsync(Path + "/spark-1", "merge-patch+json", """{"metadata":{"finalizers":[]}}""");
        (await deletion).ShouldContain("deleted");
    }

    [Fact]
    public async Task It_watches_what_comes_and_changes()
    {
        Assert.SkipWhen(Program is null, "the kubectl command is not on the PATH");
        await using var api = await KubernetesFixture.StartAsync();
        api.AddNode("a");
        using var watch = await StartAsync(api, "get", "nodes", "--watch", "-o", "name");
        try
        {
            (await LineAsync(watch)).ShouldBe("node/a");
            api.AddNode("b");
            (await LineAsync(watch)).ShouldBe("node/b");
            await api.PatchAsync("/api/v1/nodes/a", "merge-patch+json", """{"metadata":{"labels":{"x":"y"}}}""");
            (await LineAsync(watch)).ShouldBe("node/a");
            api.Store.Delete(Jarpoint.LocalCloud.Kubernetes.ResourceKind.Nodes, "b");
            (await LineAsync(watch)).ShouldBe("node/b");
        }
        finally
        {
            watch.Kill();
            await watch.WaitForExitAsync(CancellationToken.None);
        }
    }

    public void Dispose() => home.Delete(recursive: true);

    private static async Task<string?> LineAsync(Process process)
        => await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);

    private async Task<string> KubectlAsync(KubernetesFixture api, params string[] arguments)
    {
        using var process = await StartAsync(api, arguments);
        var cancelled = TestContext.Current.CancellationToken;
        var output = process.StandardOutput.ReadToEndAsync(cancelled);
        var error = process.StandardError.ReadToEndAsync(cancelled);
        await process.WaitForExitAsync(cancelled);
        process.ExitCode.ShouldBe(0, $"kubectl {string.Join(' ', arguments)}: {await error}");
        return await output;
    }

    private async Task<Process> StartAsync(KubernetesFixture api, params string[] arguments)
    {
        var authority = Path.Combine(home.FullName, "ca.crt");
        await File.WriteAllTextAsync(authority, api.Authority, TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo(
            Program!,
            [
                "--server", api.Address.ToString(), "--certificate-authority", authority,
                "--token", KubernetesFixture.AdminToken, .. arguments,
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["HOME"] = home.FullName;
        start.Environment["KUBECONFIG"] = "/dev/null";
        start.Environment["NO_PROXY"] = "127.0.0.1";
        return Process.Start(start)!;
    }
}
