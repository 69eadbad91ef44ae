using System.Collections.Concurrent;
using Amazon.Runtime;
using Amazon.S3;
using Jarpoint.Functions.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Jarpoint.Functions.Tests.Storage;

/// <summary>An S3 server on loopback that answers what a test says, and remembers what it was sent.</summary>
internal sealed class CannedS3 : IAsyncDisposable
{
    public const string Bucket = "spark-jars";

    private readonly WebApplication app;
    private AmazonS3Client? client;

    private CannedS3(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            Requests.Enqueue(new SentRequest(
                context.Request.Method,
                context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
                body.ToArray()));
            await answer(context);
        });
    }

    public string Address => app.Urls.First();

    public ConcurrentQueue<SentRequest> Requests { get; } = new();

    /// <summary>Answers every request with an error document, as S3 does.</summary>
    public static Task<CannedS3> FailingAsync(int status, string code) => StartAsync(context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/xml";
        return context.Request.Method == "HEAD"
            ? Task.CompletedTask
            : context.Response.WriteAsync($"<Error><Code>{code}</Code><Message>Words no program reads.</Message></Error>");
    });

    public static async Task<CannedS3> StartAsync(Func<HttpContext, Task> answer)
    {
        var server = new CannedS3(answer);
        await server.app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public S3ObjectStore Store(TimeProvider? clock = null)
    {
        client = new AmazonS3Client(
            new BasicAWSCredentials("AKIAEXAMPLE", "example"),
            new AmazonS3Config
            {
                ServiceURL = Address,
                AuthenticationRegion = "eu-west-1",
                ForcePathStyle = true,
                MaxErrorRetry = 0,
            });
        return new S3ObjectStore(client, Bucket, clock ?? TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        client?.Dispose();
        await app.DisposeAsync();
    }

    /// <summary>What the store sent.</summary>
    internal sealed record SentRequest(string Method, Dictionary<string, string> Headers, byte[] Body);
}
