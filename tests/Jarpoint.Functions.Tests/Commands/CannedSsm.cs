using System.Text.Json;
using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;
using Jarpoint.Functions.Commands;
using Jarpoint.Functions.Tests.Cluster;
using Jarpoint.Nodes.Identity;
using Jarpoint.Nodes.Instances;

namespace Jarpoint.Functions.Tests.Commands;

/// <summary>The adapter against a canned Systems Manager; each call is known by its operation and its JSON.</summary>
internal sealed class CannedSsm : IAsyncDisposable
{
    private readonly CannedApi api;
    private readonly AmazonSimpleSystemsManagementClient client;

    private CannedSsm(CannedApi api, IReadOnlyList<InstanceId> ours)
    {
        this.api = api;
        client = new AmazonSimpleSystemsManagementClient(
            new BasicAWSCredentials("AKIAEXAMPLE", "example"),
            new AmazonSimpleSystemsManagementConfig
            {
                ServiceURL = api.Address,
                AuthenticationRegion = "eu-west-1",
                MaxErrorRetry = 0,
            });
        Runner = new SsmCommandRunner(client, new OurInstances(ours));
    }

    public SsmCommandRunner Runner { get; }

    /// <summary>Operation and body, in order.</summary>
    public IReadOnlyList<(string Operation, JsonElement Body)> Calls
        => [.. api.Requests.Select(sent => (Operation(sent), JsonDocument.Parse(sent.Body).RootElement))];

    /// <param name="answer">JSON of the answer to an operation with this body; a text that starts with <c>!</c> is an error code.</param>
    /// <param name="ours">Instances of our cluster, as EC2 knows them.</param>
    public static async Task<CannedSsm> StartAsync(Func<string, JsonElement, string> answer, params InstanceId[] ours)
        => new(
            await CannedApi.StartAsync(sent =>
                answer(Operation(sent), JsonDocument.Parse(sent.Body).RootElement) switch
                {
                    ['!', .. var code] => new CannedApi.Canned(
                        400, $$"""{"__type":"{{code}}","message":"Words no program reads."}""", "application/x-amz-json-1.1"),
                    var json => new CannedApi.Canned(200, json, "application/x-amz-json-1.1"),
                }),
            ours);

    public static InstanceId Id(int number) => InstanceId.Parse($"i-{number:D17}");

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await api.DisposeAsync();
    }

    private static string Operation(CannedApi.Sent sent) => sent.Headers["X-Amz-Target"].Split('.')[1];

    private sealed class OurInstances(IReadOnlyList<InstanceId> ours) : IInstanceDirectory
    {
        public Task<IReadOnlyList<PoolInstance>> FindAsync(
            IReadOnlyCollection<InstanceId> ids, string cluster, CancellationToken cancellationToken)
            => Task.FromResult<IReadOnlyList<PoolInstance>>(
            [
                .. ids.Intersect(ours).Where(_ => cluster == "spark")
                    .Select(id => new PoolInstance(id, "pool", DateTimeOffset.UnixEpoch)),
            ]);
    }
}
