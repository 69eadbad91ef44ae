using System.Net;
using System.Net.Sockets;

namespace Jarpoint.Benchmarks.Functions;

/// <summary>As much of a Runtime API as a start needs: a port that sees <c>invocation/next</c> and never answers it.</summary>
internal sealed class NextListener : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public NextListener() => listener.Start();

    public string Address => listener.LocalEndpoint.ToString()!;

    /// <summary>Completes with the open connection when the request for the first event has arrived.</summary>
    public async Task<IDisposable> AskedAsync(CancellationToken cancellationToken)
    {
        var connection = await listener.AcceptTcpClientAsync(cancellationToken);
        using var reader = new StreamReader(connection.GetStream(), leaveOpen: true);
        var line = await reader.ReadLineAsync(cancellationToken);
        return line is not null && line.StartsWith("GET /2018-06-01/runtime/invocation/next ", StringComparison.Ordinal)
            ? connection
            : throw new InvalidOperationException($"The process asked for something else first: {line}");
    }

    public void Dispose() => listener.Dispose();
}
