using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Jarpoint.LocalCloud.Chaos;
using Jarpoint.LocalCloud.Kubernetes;
using Jarpoint.LocalCloud.Kubernetes.Access;
using Jarpoint.LocalCloud.Kubernetes.Wire;

namespace Jarpoint.LocalCloud.Tests.Kubernetes;

/// <summary>The API on a free port over TLS, and a client that trusts its authority and nothing else.</summary>
public sealed class KubernetesFixture : IAsyncDisposable
{
    public const string AdminToken = "admin-token";
    public const string Cluster = "jarpoint";

    private readonly ClusterCertificate certificate;
    private readonly KubernetesServer server;
    private readonly SocketsHttpHandler handler;

    private KubernetesFixture(
        KubernetesStore store, KubernetesEndpoint endpoint, ClusterCertificate certificate, KubernetesServer server)
    {
        (Store, Endpoint, this.certificate, this.server) = (store, endpoint, certificate, server);
        var trusted = X509Certificate2.CreateFromPem(certificate.Authority);
        handler = new SocketsHttpHandler
        {
            SslOptions = new()
            {
                CertificateChainPolicy = new()
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    CustomTrustStore = { trusted },
                    RevocationMode = X509RevocationMode.NoCheck,
                },
            },
        };
        Http = new HttpClient(handler) { BaseAddress = server.Address };
    }

    public KubernetesStore Store { get; }

    public KubernetesEndpoint Endpoint { get; }

    public HttpClient Http { get; }

    public Uri Address => server.Address;

    public string Authority => certificate.Authority;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<KubernetesFixture> StartAsync(
        Func<ClusterAccess, ClusterAccess>? access = null, ChaosOptions? chaos = null, TimeProvider? time = null)
    {
        time ??= TimeProvider.System;
        var store = new KubernetesStore(time);
        var allowed = new ClusterAccess { AdminToken = AdminToken, Cluster = Cluster };
        var endpoint = new KubernetesEndpoint(
            store,
            access?.Invoke(allowed) ?? allowed,
            new ServiceThrottle("kubernetes", chaos ?? new ChaosOptions(), static _ => null, time),
            time);
        var certificate = ClusterCertificate.Create(TimeProvider.System);
        var server = await KubernetesServer.StartAsync(0, certificate, endpoint, Cancellation);
        return new KubernetesFixture(store, endpoint, certificate, server);
    }

    public StoredObject AddNode(string name, string pool = "spark", params string[] taints)
    {
        var list = string.Join(',', taints.Select(static key => $$"""{"key":"{{key}}","effect":"NoSchedule"}"""));
        return Store.Create(ResourceKind.Nodes, (JsonObject)JsonNode.Parse(
            $$"""
            {"metadata":{"name":"{{name}}","labels":{"karpenter.sh/nodepool":"{{pool}}","zone":"a"} },
             "spec":{"providerID":"aws:///eu-west-1a/i-{{name}}","taints":[{{list}}] },
             "status":{"conditions":[{"type":"Ready","status":"True"}] } }
            """)!);
    }

    public JsonObject Node(string name) => Store.Find(ResourceKind.Nodes, name)!.Document();

    public string[] Taints(string name)
        => [.. Node(name)["spec"]!["taints"]!.AsArray().Select(static taint => taint!["key"]!.GetValue<string>())];

    public Task<(int Status, JsonNode Body)> GetAsync(string path, string? token = AdminToken)
        => SendAsync(HttpMethod.Get, path, null, null, token);

    public Task<(int Status, JsonNode Body)> PatchAsync(string path, string type, string patch)
        => SendAsync(HttpMethod.Patch, path, $"application/{type}", patch);

    public async Task<(int Status, JsonNode Body)> SendAsync(
        HttpMethod method, string path, string? mediaType, string? body, string? token = AdminToken)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(mediaType!);
        }

        using var answer = await Http.SendAsync(request, Cancellation);
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        handler.Dispose();
        await server.DisposeAsync();
        certificate.Dispose();
    }
}
