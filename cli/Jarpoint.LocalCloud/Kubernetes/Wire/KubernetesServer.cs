using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Jarpoint.LocalCloud.Kubernetes.Wire;

/// <summary>
/// The API on a port of 127.0.0.1, over TLS: kubectl sends no token to a plain port.
/// </summary>
public sealed class KubernetesServer : IAsyncDisposable
{
    private readonly WebApplication application;

    private KubernetesServer(WebApplication application)
    {
        this.application = application;
        Address = new Uri(application.Services.GetRequiredService<IServer>().Features
            .Get<IServerAddressesFeature>()!.Addresses.Single());
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
        // Kestrel's TLS is set up by a host only; an empty one brings no configuration, logs or environment along.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, NoSignals>();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;

            // A watch is silent for as long as nothing changes.
            options.Limits.MinRequestBodyDataRate = null;
            options.Limits.MinResponseDataRate = null;
            options.Listen(IPAddress.Loopback, port, listen => listen.UseHttps(certificate.Server));
        });
        var application = builder.Build();
        try
        {
            application.Run(endpoint.HandleAsync);
            await application.StartAsync(cancellationToken);
            return new KubernetesServer(application);
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops to listen and breaks the connections that are open, watches among them.</summary>
    public ValueTask DisposeAsync() => application.DisposeAsync();

    // Ctrl+C belongs to the program around.
    private sealed class NoSignals : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
