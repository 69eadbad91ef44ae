using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Jarpoint.LocalCloud.Kubernetes.Wire;

/// <summary>
/// The API on a port of 127.0.0.1, over TLS: kubectl sends no token to a plain port.
/// </summary>
public sealed class KubernetesServer : IAsyncDisposable
{
    private readonly KestrelServer kestrel;

    private KubernetesServer(KestrelServer kestrel)
    {
        this.kestrel = kestrel;
        Address = new Uri(kestrel.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());
    }

    /// <summary>Scheme, host and port.</summary>
    public Uri Address { get; }

    /// <summary>Starts to listen.</summary>
    /// <param name="port">A port, or 0 for a free one.</param>
    /// <param name="certificate">Stays the caller's.</param>
    /// <param name="endpoint">Answers every request.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<KubernetesServer> StartAsync(
        int port, ClusterCertificate certificate, KubernetesEndpoint endpoint, CancellationToken cancellationToken)
    {
        var options = new KestrelServerOptions
        {
            AddServerHeader = false,
            AllowSynchronousIO = false,
            ApplicationServices = new OnlyLogging(),
        };

        // A watch is silent for as long as nothing changes.
        options.Limits.MinRequestBodyDataRate = null;
        options.Limits.MinResponseDataRate = null;
        options.Listen(IPAddress.Loopback, port, listen => listen.UseHttps(certificate.Server));
        var logs = NullLoggerFactory.Instance;
        var kestrel = new KestrelServer(
            Options.Create(options),
            new SocketTransportFactory(Options.Create(new SocketTransportOptions()), logs),
            logs);
        try
        {
            await kestrel.StartAsync(new Application(endpoint), cancellationToken);
            return new KubernetesServer(kestrel);
        }
        catch
        {
            kestrel.Dispose();
            throw;
        }
    }

    /// <summary>Stops to listen and breaks the connections that are open.</summary>
    public async ValueTask DisposeAsync()
    {
        await kestrel.StopAsync(new CancellationToken(canceled: true));
        kestrel.Dispose();
    }

    private sealed class Application(KubernetesEndpoint endpoint) : IHttpApplication<HttpContext>
    {
        public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

        public Task ProcessRequestAsync(HttpContext context) => endpoint.HandleAsync(context);

        public void DisposeContext(HttpContext context, Exception? exception)
        {
        }
    }

    // All that Kestrel's TLS asks its host for.
    private sealed class OnlyLogging : IServiceProvider
    {
        public object? GetService(Type serviceType)
            => serviceType == typeof(ILoggerFactory) ? NullLoggerFactory.Instance : null;
    }
}
