using Jarpoint.Catalog.Storage;
using Jarpoint.LocalCloud.Hosting;
using Microsoft.AspNetCore.Http;

namespace Jarpoint.Benchmarks.Command;

/// <summary>A bucket in memory behind HTTP, which counts whatever it is asked and what it answers. It serves GET only.</summary>
internal sealed class ServedBucket(InMemoryObjectStore store) : IAsyncDisposable
{
    public const string Name = "spark-jars";

    private LoopbackServer? server;
    private int requests;
    private long bytes;

    public int Requests => Volatile.Read(ref requests);

    /// <summary>Of the bodies.</summary>
    public long Bytes => Volatile.Read(ref bytes);

    /// <summary>What makes an AWS client ask this server.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["AWS_ENDPOINT_URL"] = server?.Address.AbsoluteUri ?? throw new InvalidOperationException("It is not started."),
        ["AWS_ACCESS_KEY_ID"] = "benchmark",
        ["AWS_SECRET_ACCESS_KEY"] = "benchmark",
        ["AWS_REGION"] = "us-east-1",
    };

    public async Task StartAsync() => server = await LoopbackServer.StartAsync(0, ServeAsync, CancellationToken.None);

    public void Forget()
    {
        Volatile.Write(ref requests, 0);
        Volatile.Write(ref bytes, 0);
    }

    public ValueTask DisposeAsync() => server?.DisposeAsync() ?? default;

    private async Task ServeAsync(HttpContext context)
    {
        Interlocked.Increment(ref requests);
        var key = context.Request.Path.Value![(Name.Length + 2)..];
        if (!HttpMethods.IsGet(context.Request.Method)
            || await store.GetAsync(new ObjectReference(key), context.RequestAborted) is not GetOutcome.Found found)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await using var content = found.Content;
        context.Response.ContentLength = found.Metadata.Size;
        context.Response.Headers.ETag = $"\"{found.Metadata.ETag}\"";
        context.Response.Headers.LastModified = found.Metadata.LastModified.ToString("R");
        Interlocked.Add(ref bytes, found.Metadata.Size);
        await content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
