using System.Security.Cryptography;
using Jarpoint.Functions.Handlers;
using Jarpoint.LocalCloud.Chaos;
using Jarpoint.LocalCloud.Functions;
using Jarpoint.LocalCloud.Identity;
using Jarpoint.LocalCloud.Kubernetes;
using Jarpoint.LocalCloud.Kubernetes.Access;
using Jarpoint.LocalCloud.Kubernetes.Wire;
using Jarpoint.LocalCloud.Wire;

namespace Jarpoint.LocalCloud.Hosting;

/// <summary>The cluster: its objects, and their API on a port of its own.</summary>
internal sealed class ClusterPlane : IAsyncDisposable
{
    private readonly ClusterCertificate certificate;
    private readonly KubernetesServer server;

    private ClusterPlane(
        KubernetesStore objects,
        CallCounter calls,
        ClusterCertificate certificate,
        KubernetesServer server,
        ClusterAccess access,
        DateTimeOffset createdAt)
    {
        (Objects, Calls, this.certificate, this.server) = (objects, calls, certificate, server);
        AdminToken = access.AdminToken;
        Description = new EksCluster(access.Cluster, server.Address, certificate.Authority, createdAt);
    }

    public KubernetesStore Objects { get; }

    public CallCounter Calls { get; }

    public EksCluster Description { get; }

    public string AdminToken { get; }

    public Uri Endpoint => server.Address;

    /// <param name="name">Of the cluster.</param>
    /// <param name="options">The rest of the cloud.</param>
    /// <param name="cloud">Where the cloud's STS answers: a token may name it.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<ClusterPlane> StartAsync(
        string name, LocalCloudOptions options, Uri cloud, CancellationToken cancellationToken)
    {
        var objects = new KubernetesStore(options.Time);
        var access = new ClusterAccess
        {
            AdminToken = RandomNumberGenerator.GetHexString(32, lowercase: true),
            Cluster = name,
            LocalHosts = [cloud.Authority],
            Secrets = FunctionRegistry.Names.ToDictionary(FunctionKey.IdOf, static _ => FunctionKey.Secret),
        };
        var endpoint = new KubernetesEndpoint(
            objects,
            access,
            new ServiceThrottle("kubernetes", options.Chaos, static _ => null, options.Time),
            options.Time);
        var certificate = ClusterCertificate.Create(options.Time);
        var server = await KubernetesServer.StartAsync(0, certificate, endpoint, cancellationToken);
        return new ClusterPlane(objects, endpoint.Calls, certificate, server, access, options.Time.GetUtcNow());
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        certificate.Dispose();
    }
}
