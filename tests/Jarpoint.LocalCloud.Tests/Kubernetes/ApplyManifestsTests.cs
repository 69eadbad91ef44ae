using System.Text;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Jarpoint.Functions.Cluster;
using Jarpoint.Functions.Cluster.Objects;
using Jarpoint.Functions.Cluster.Transport;
using Jarpoint.Functions.Composition;
using Jarpoint.Functions.Events;
using Jarpoint.Functions.Handlers;
using Jarpoint.Functions.Handlers.Manifests;
using Jarpoint.Functions.Logging;
using Jarpoint.Functions.Options;
using Jarpoint.Functions.Runtime;
using Jarpoint.Functions.Tests.Cluster;
using Jarpoint.LocalCloud.Chaos;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Jarpoint.LocalCloud.Tests.Kubernetes;

/// <summary>
/// The function from the event to the cluster: TLS with the cluster's authority, a token whose signature is verified,
/// server-side apply; CloudFormation counts the answers.
/// </summary>
public sealed class ApplyManifestsTests
{
    private const string Map = "/api/v1/namespaces/jarpoint/configmaps/";

    [Fact]
    public async Task A_stack_is_created_updated_rolled_back_and_deleted_with_one_answer_to_each_request()
    {
        await using var api = await StartAsync();
        await using var run = await Run.StartAsync(api);
        await api.SendAsync(
            HttpMethod.Post, "/api/v1/namespaces", "application/json", """{"metadata":{"name":"was-there"}}""");

        string[] first = [Namespace("jarpoint"), Namespace("was-there"), MapOf("a", "1"), MapOf("b", "1")];
        string[] second = [Namespace("jarpoint"), Namespace("was-there"), MapOf("a", "2"), Role];
        (await run.AskAsync("Create", first)).ShouldBe("SUCCESS");
        (await api.GetAsync(Map + "a")).Body["data"]!["x"]!.ToString().ShouldBe("1");

        (await run.AskAsync("Update", second, first)).ShouldBe("SUCCESS");
        (await api.GetAsync(Map + "a")).Body["data"]!["x"]!.ToString().ShouldBe("2");
        (await api.GetAsync(Map + "b")).Status.ShouldBe(404);
        (await api.GetAsync("/apis/rbac.authorization.k8s.io/v1/clusterroles/reader")).Status.ShouldBe(200);

        (await run.AskAsync("Update", first, second)).ShouldBe("SUCCESS");
        (await api.GetAsync(Map + "b")).Status.ShouldBe(200);
        (await api.GetAsync("/apis/rbac.authorization.k8s.io/v1/clusterroles/reader")).Status.ShouldBe(404);

        (await run.AskAsync("Delete", first)).ShouldBe("SUCCESS");
        (await run.AskAsync("Delete", first)).ShouldBe("SUCCESS");
        (await api.GetAsync("/api/v1/namespaces/jarpoint")).Status.ShouldBe(404);
        (await api.GetAsync("/api/v1/namespaces/was-there")).Status.ShouldBe(200);
        run.Answers.ShouldBe(5);
    }

    [Fact]
    public async Task A_manifest_the_API_refuses_fails_the_stack_with_the_APIs_words()
    {
        await using var api = await StartAsync();
        await using var run = await Run.StartAsync(api);
        (await run.AskAsync("Create", [Namespace("jarpoint"), MapOf("Capitals", "1")])).ShouldStartWith(
            "FAILED apply ConfigMap jarpoint/Capitals to cluster jarpoint: 422 Invalid: ConfigMap \"Capitals\" is invalid");
        (await run.AskAsync("Create", ["""{"apiVersion":"example.com/v1","kind":"Gadget","metadata":{"name":"g"} }"""]))
            .ShouldContain("the cluster knows no Gadget of example.com/v1");
        run.Answers.ShouldBe(2);
    }

    [Fact]
    public async Task An_identity_the_cluster_does_not_know_is_told_as_such()
    {
        await using var api = await StartAsync();
        await using var run = await Run.StartAsync(api, secret: "guessed");
        (await run.AskAsync("Create", [Namespace("jarpoint")], time: TimeSpan.FromSeconds(3)))
            .ShouldContain("does not know this role (401)");
        run.Answers.ShouldBe(1);
    }

    [Fact]
    public async Task A_cluster_that_throttles_is_asked_again()
    {
        await using var api = await StartAsync(new ChaosOptions { Seed = 7, Throttled = 0.4 });
        await using var run = await Run.StartAsync(api);
        (await run.AskAsync("Create", [Namespace("jarpoint"), MapOf("a", "1")])).ShouldBe("SUCCESS");
        run.Answers.ShouldBe(1);
    }

    private static Task<KubernetesFixture> StartAsync(ChaosOptions? chaos = null)
        => KubernetesFixture.StartAsync(
            static access => access with
            {
                Secrets = new Dictionary<string, string> { [AdapterOfCluster.AccessKey] = AdapterOfCluster.SecretKey },
            },
            chaos);

    private const string Role =
        """{"apiVersion":"rbac.authorization.k8s.io/v1","kind":"ClusterRole","metadata":{"name":"reader"},"rules":[]}""";

    private static string Namespace(string name)
        => $$"""{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"{{name}}"} }""";

    private static string MapOf(string name, string value)
        => $$"""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"{{name}}","namespace":"jarpoint"},"data":{"x":"{{value}}"} }""";

    private sealed class Run(CannedApi cloudFormation, ServiceProvider services) : IAsyncDisposable
    {
        public int Answers => cloudFormation.Requests.Count;

        public static async Task<Run> StartAsync(KubernetesFixture api, string secret = AdapterOfCluster.SecretKey)
        {
            var location = ClusterLocation.Parse(
                api.Address.ToString(), Convert.ToBase64String(Encoding.ASCII.GetBytes(api.Authority)));
            var lines = new LogLines(Stream.Null);
            var correlation = new InvocationCorrelation("example");
            var services = new ServiceCollection()
                .AddSingleton(TimeProvider.System)
                .AddJsonLogging(
                    lines, correlation, JsonLogging.CreateFactory(lines, correlation, LogLevel.Debug, TimeProvider.System))
                .AddFunction(nameof(ApplyManifests), new Dictionary<string, string> { [OptionNames.Region] = "us-east-1" })
                .AddSingleton<OpenCluster>(name => new ClusterObjects(ClusterServices.Connect(
                    new ClusterOptions { Name = name, Region = "us-east-1" },
                    location,
                    () => Task.FromResult<AWSCredentials>(
                        new SessionAWSCredentials(AdapterOfCluster.AccessKey, secret, "localcloud")),
                    TimeProvider.System)))
                .BuildServiceProvider();
            return new Run(await CannedApi.StartAsync(_ => new CannedApi.Canned(200, "")), services);
        }

        /// <returns>Status, and the reason of a failure.</returns>
        public async Task<string> AskAsync(string type, string[] manifests, string[]? old = null, TimeSpan? time = null)
        {
            var request = new JsonObject
            {
                ["RequestType"] = type,
                ["ResponseURL"] = cloudFormation.Address + "/answer",
                ["StackId"] = "arn:aws:cloudformation:us-east-1:123456789012:stack/jarpoint/1",
                ["RequestId"] = "r-1",
                ["LogicalResourceId"] = "Manifests",
                ["ResourceProperties"] = Properties(manifests),
                ["OldResourceProperties"] = old is null ? null : Properties(old),
            };
            var now = TimeProvider.System.GetUtcNow();
            var deadline = new InvocationDeadline(now + (time ?? TimeSpan.FromMinutes(2)), now, TimeProvider.System);
            using var end = deadline.UntilResponse();
            await services.GetRequiredService<IFunction>().HandleAsync(
                TriggerParser.Parse(Encoding.UTF8.GetBytes(request.ToJsonString())), deadline, end.Token);
            var answer = JsonNode.Parse(cloudFormation.Requests.Last().Body)!;
            return $"{answer["Status"]} {answer["Reason"]}".Trim();
        }

        public async ValueTask DisposeAsync()
        {
            await services.DisposeAsync();
            await cloudFormation.DisposeAsync();
        }

        private static JsonObject Properties(string[] manifests) => new()
        {
            ["Cluster"] = KubernetesFixture.Cluster,
            ["Manifests"] = $"[{string.Join(',', manifests)}]",
        };
    }
}
