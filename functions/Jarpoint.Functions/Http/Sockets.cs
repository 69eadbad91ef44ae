using System.Net;

namespace Jarpoint.Functions.Http;

/// <summary>Connections of a process that is frozen between two invocations.</summary>
internal static class Sockets
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(3);

    // Lambda freezes the process: a connection may be dead without knowing, and a ping finds out within an attempt.
    private static readonly TimeSpan Ping = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan IdleTimeout = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    public static SocketsHttpHandler Create() => new()
    {
        UseProxy = false,
        UseCookies = false,
        // Credentials must go nowhere else.
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = null,
        AutomaticDecompression = DecompressionMethods.GZip,
        ConnectTimeout = ConnectTimeout,
        KeepAlivePingDelay = Ping,
        KeepAlivePingTimeout = Ping,
        KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
        PooledConnectionIdleTimeout = IdleTimeout,
        PooledConnectionLifetime = Lifetime,
    };
}
