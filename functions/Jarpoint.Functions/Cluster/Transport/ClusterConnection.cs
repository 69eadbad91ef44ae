using System.Net;
using Jarpoint.Functions.Cluster.Access;
using Jarpoint.Functions.Http;

namespace Jarpoint.Functions.Cluster.Transport;

/// <summary>The way to one API server, found at the first use and kept for the life of the process.</summary>
internal sealed class ClusterConnection(ClusterLocator locator, EksTokenSource tokens, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim opening = new(1, 1);
    private volatile HttpClient? http;

    public async ValueTask<HttpClient> OpenAsync(CancellationToken cancellationToken)
    {
        if (http is { } known)
        {
            return known;
        }

        await opening.WaitAsync(cancellationToken);
        try
        {
            return http ??= Client(await locator.LocateAsync(cancellationToken));
        }
        finally
        {
            opening.Release();
        }
    }

    public void Dispose()
    {
        http?.Dispose();
        tokens.Dispose();
        opening.Dispose();
    }

    private HttpClient Client(ClusterLocation location)
        => new(new TransientRetryHandler(
            new TokenHandler(tokens, ClusterTransport.Sockets(location.Authorities)), clock))
        {
            BaseAddress = location.Endpoint,
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
            DefaultRequestHeaders = { UserAgent = { new("jarpoint", "0.1") } },
            // Each attempt has its own.
            Timeout = Timeout.InfiniteTimeSpan,
        };
}
