using System.Security.Cryptography.X509Certificates;
using Jarpoint.Conformance;
using Jarpoint.Functions.Cluster;
using Jarpoint.Nodes.Cluster;

namespace Jarpoint.Functions.Tests.Cluster;

/// <summary>
/// The suite against whatever API server the environment names, such as a kube-apiserver with an etcd and no nodes; the
/// tests are skipped when it names none.
/// </summary>
public sealed class ApiServerConformanceTests : ClusterNodesConformance
{
    private const string Server = "JARPOINT_TEST_KUBE_SERVER";
    private const string Token = "JARPOINT_TEST_KUBE_TOKEN";
    private const string Authority = "JARPOINT_TEST_KUBE_CA";

    protected override async Task<ClusterUnderTest> CreateAsync()
    {
        var (server, token, authority) = (Variable(Server), Variable(Token), Variable(Authority));
        Assert.SkipWhen(
            server.Length == 0 || token.Length == 0 || authority.Length == 0,
            $"No API server: set {Server} (https://…), {Token} (of an administrator) and {Authority} (a PEM file).");
        var handler = Trusting(X509Certificate2.CreateFromPem(await File.ReadAllTextAsync(authority, Cancellation)));
        var http = new HttpClient(handler) { BaseAddress = new Uri(server) };
        return new Outside(http, token, await TokenSwap.StartAsync(http, token));
    }

    private static string Variable(string name) => Environment.GetEnvironmentVariable(name) ?? string.Empty;

    private static SocketsHttpHandler Trusting(X509Certificate2 authority) => new()
    {
        SslOptions = new()
        {
            CertificateChainPolicy = new()
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                CustomTrustStore = { authority },
                RevocationMode = X509RevocationMode.NoCheck,
            },
        },
    };

    private sealed class Outside(HttpClient http, string token, TokenSwap swap)
        : ApiServerUnderTest(new ApiServerHands(http, token))
    {
        private readonly KubernetesNodes nodes = TestCluster.NodesAt(swap.Address, TimeProvider.System);

        public override IClusterNodes Nodes => nodes;

        public override async ValueTask DisposeAsync()
        {
            await Hands.CleanAsync(CancellationToken.None);
            nodes.Dispose();
            await swap.DisposeAsync();
            http.Dispose();
        }
    }
}
