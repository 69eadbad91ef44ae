using System.Text;
using Amazon.Runtime;
using Jarpoint.Conformance;
using Jarpoint.Functions.Cluster;
using Jarpoint.Functions.Cluster.Transport;
using Jarpoint.Nodes.Cluster;

namespace Jarpoint.LocalCloud.Tests.Kubernetes;

/// <summary>
/// The functions' adapter against the laptop cloud's API: TLS with an authority of its own, and an EKS token whose
/// signature is verified.
/// </summary>
public sealed class ClusterNodesConformanceTests : ClusterNodesConformance
{
    protected override async Task<ClusterUnderTest> CreateAsync()
        => new Emulated(await KubernetesFixture.StartAsync(static access => access with
        {
            Secrets = new Dictionary<string, string> { [AdapterOfCluster.AccessKey] = AdapterOfCluster.SecretKey },
        }));

    private sealed class Emulated(KubernetesFixture api)
        : ApiServerUnderTest(new ApiServerHands(api.Http, KubernetesFixture.AdminToken))
    {
        private readonly KubernetesNodes nodes = AdapterOfCluster.Of(api);

        public override IClusterNodes Nodes => nodes;

        public override async ValueTask DisposeAsync()
        {
            nodes.Dispose();
            await api.DisposeAsync();
        }
    }
}

/// <summary>The functions' Kubernetes adapter, as it is composed for a real cluster.</summary>
internal static class AdapterOfCluster
{
    public const string AccessKey = "LOCALCLOUD";
    public const string SecretKey = "localcloud";

    public static KubernetesNodes Of(
        KubernetesFixture api, string secret = SecretKey, string cluster = KubernetesFixture.Cluster)
        => ClusterServices.Create(
            new ClusterOptions { Name = cluster, Region = "us-east-1" },
            ClusterLocation.Parse(
                api.Address.ToString(), Convert.ToBase64String(Encoding.ASCII.GetBytes(api.Authority))),
            () => Task.FromResult<AWSCredentials>(new SessionAWSCredentials(AccessKey, secret, "localcloud")),
            TimeProvider.System);
}
