using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;

namespace Jarpoint.Functions.Tests.Cluster;

/// <summary>A server on loopback that answers what a test says, and remembers what it was sent.</summary>
internal sealed class CannedApi : IAsyncDisposable
{
    private readonly WebApplication app;

    private CannedApi(Func<Sent, CancellationToken, Task<Canned>> answer, X509Certificate2? certificate)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null)
            {
                // Kestrel itself refuses a certificate that is no server's; a test wants our side to.
                listen.UseHttps(new TlsHandshakeCallbackOptions
                {
                    OnConnection = _ => new(new SslServerAuthenticationOptions { ServerCertificate = certificate }),
                });
            }
        }));
        app = builder.Build();
        app.Run(context => ServeAsync(context, answer));
    }

    public string Address => app.Urls.First();

    public ConcurrentQueue<Sent> Requests { get; } = new();

    public static Task<CannedApi> StartAsync(Func<Sent, Canned> answer, X509Certificate2? certificate = null)
        => StartAsync((sent, _) => Task.FromResult(answer(sent)), certificate);

    public static async Task<CannedApi> StartAsync(
        Func<Sent, CancellationToken, Task<Canned>> answer, X509Certificate2? certificate = null)
    {
        var server = new CannedApi(answer, certificate);
        await server.app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task ServeAsync(HttpContext context, Func<Sent, CancellationToken, Task<Canned>> answer)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var sent = new Sent(
            context.Request.Method,
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync(context.RequestAborted));
        Requests.Enqueue(sent);
        var canned = await answer(sent, context.RequestAborted);
        context.Response.StatusCode = canned.Status;
        context.Response.ContentType = canned.ContentType;
        foreach (var (name, value) in canned.Headers)
        {
            context.Response.Headers[name] = value;
        }

        await context.Response.WriteAsync(canned.Body, context.RequestAborted);
    }

    internal sealed record Sent(string Method, string Target, Dictionary<string, string> Headers, string Body);

    internal sealed record Canned(int Status, string Body, string ContentType = "application/json")
    {
        public Dictionary<string, string> Headers { get; init; } = [];
    }
}
