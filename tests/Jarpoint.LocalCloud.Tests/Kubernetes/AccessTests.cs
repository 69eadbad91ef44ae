using System.Diagnostics;
using System.Text.Json;
using Jarpoint.LocalCloud.Chaos;
using Jarpoint.LocalCloud.Kubernetes.Access;
using Jarpoint.LocalCloud.Tests.S3;
using Microsoft.Extensions.Time.Testing;

namespace Jarpoint.LocalCloud.Tests.Kubernetes;

public sealed class AccessTests
{
    private static readonly Dictionary<string, string> Secrets = new() { ["local"] = "local" };

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("admin-toke")]
    [InlineData("k8s-aws-v1.")]
    [InlineData("k8s-aws-v1.!!!")]
    [InlineData("k8s-aws-v1.aHR0cHM6Ly9zdHMuZXUtd2VzdC0xLmFtYXpvbmF3cy5jb20v")]
    public async Task Whoever_has_no_token_of_the_cluster_is_nobody(string? token)
    {
        await using var api = await KubernetesFixture.StartAsync();

        var (status, body) = await api.GetAsync("/api/v1/nodes", token);

        (status, body["reason"]!.GetValue<string>()).ShouldBe((401, "Unauthorized"));
    }

    [Fact]
    public async Task The_token_of_the_aws_cli_opens_its_own_cluster_for_fifteen_minutes()
    {
        AwsCli.SkipUnlessInstalled();
        var token = await TokenAsync(KubernetesFixture.Cluster);
        var foreign = await TokenAsync("another");
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var api = await KubernetesFixture.StartAsync(
            static access => access with { Secrets = Secrets }, time: time);
        await using var stranger = await KubernetesFixture.StartAsync(
            static access => access with { Secrets = new Dictionary<string, string> { ["local"] = "other" } }, time: time);

        (await api.GetAsync("/api/v1/nodes", token)).Status.ShouldBe(200);
        (await api.GetAsync("/api/v1/nodes", foreign)).Status.ShouldBe(401);
        (await stranger.GetAsync("/api/v1/nodes", token)).Status.ShouldBe(401);
        time.Advance(TimeSpan.FromMinutes(16));
        (await api.GetAsync("/api/v1/nodes", token)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task Rules_allow_what_they_name_and_throttling_spares_the_administrator()
    {
        AwsCli.SkipUnlessInstalled();
        var token = await TokenAsync(KubernetesFixture.Cluster);
        await using var api = await KubernetesFixture.StartAsync(
            static access => access with { Rules = [new AccessRule(["get", "list"], [""], ["nodes"])] });
        api.AddNode("a");

        (await api.GetAsync("/api/v1/nodes/a", token)).Status.ShouldBe(200);
        var (status, body) = await api.SendAsync(
            HttpMethod.Patch, "/api/v1/nodes/a/status", "application/merge-patch+json", "{}", token);
        status.ShouldBe(403);
        body["message"]!.GetValue<string>().ShouldBe(
            "nodes \"a\" is forbidden: User \"local\" cannot patch resource \"nodes/status\" in API group \"\" at the "
            + "cluster scope");
        api.Endpoint.Calls.ByAction.ShouldBe(
            new Dictionary<string, long> { ["get nodes"] = 1, ["patch nodes/status"] = 1 }, ignoreOrder: true);

        await using var busy = await KubernetesFixture.StartAsync(chaos: new ChaosOptions { Throttled = 1 });
        (await busy.GetAsync("/api/v1/nodes", token)).Status.ShouldBe(429);
        (await busy.GetAsync("/api/v1/nodes")).Status.ShouldBe(200);
    }

    // The CLI signs offline; the endpoint is not called.
    private static async Task<string> TokenAsync(string cluster)
    {
        var start = new ProcessStartInfo("aws", ["eks", "get-token", "--cluster-name", cluster, "--output", "json"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in (ReadOnlySpan<(string, string)>)
        [
            ("AWS_ACCESS_KEY_ID", "local"), ("AWS_SECRET_ACCESS_KEY", "local"), ("AWS_DEFAULT_REGION", "eu-west-1"),
            ("AWS_CONFIG_FILE", "/dev/null"), ("AWS_SHARED_CREDENTIALS_FILE", "/dev/null"),
        ])
        {
            start.Environment[name] = value;
        }

        start.Environment.Remove("AWS_SESSION_TOKEN");
        start.Environment.Remove("AWS_ENDPOINT_URL");
        using var process = Process.Start(start)!;
        using var credential = await JsonDocument.ParseAsync(
            process.StandardOutput.BaseStream, cancellationToken: TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return credential.RootElement.GetProperty("status").GetProperty("token").GetString()!;
    }
}
