using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Jarpoint.LocalCloud.S3;
using Jarpoint.LocalCloud.S3.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Jarpoint.LocalCloud.Tests.S3;

/// <summary>The emulator on a free loopback port, and the unmodified SDK against it.</summary>
public sealed class S3Server : IAsyncLifetime
{
    private readonly WebApplication application;
    private readonly string directory = Directory.CreateTempSubdirectory("jarpoint-s3-").FullName;
    private int buckets;

    public S3Server()
    {
        Store = new S3Store(new S3StoreOptions(directory), TimeProvider.System);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        application = builder.Build();
    }

    public S3Faults? Faults { get; init; }

    public S3Store Store { get; }

    public string Url { get; private set; } = "";

    public IAmazonS3 Client { get; private set; } = null!;

    public HttpClient Http { get; } = new();

    public async ValueTask InitializeAsync()
    {
        application.Run(new S3Endpoint(Store, Faults).HandleAsync);
        await application.StartAsync();
        Url = application.Services.GetRequiredService<IServer>().Features
            .GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();
        Client = NewClient();
    }

    public AmazonS3Client NewClient(string accessKeyId = "local", int retries = 0) => new(
        new BasicAWSCredentials(accessKeyId, "secret"),
        new AmazonS3Config
        {
            ServiceURL = Url,
            ForcePathStyle = true,
            AuthenticationRegion = "eu-west-1",
            MaxErrorRetry = retries,
            // Else a share of retries for the whole process decides which request may have its own.
            ThrottleRetries = false,
        });

    /// <summary>Every test has a bucket of its own.</summary>
    public string NewBucket(BucketVersioning versioning = BucketVersioning.Enabled)
    {
        var name = $"bucket-{Interlocked.Increment(ref buckets)}";
        Store.CreateBucket(name, versioning);
        return name;
    }

    public Task<PutObjectResponse> PutAsync(
        string bucket, string key, string content = "content", Action<PutObjectRequest>? configure = null)
    {
        var request = new PutObjectRequest { BucketName = bucket, Key = key, ContentBody = content };
        configure?.Invoke(request);
        return Client.PutObjectAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<string> GetTextAsync(string bucket, string key, string? versionId = null)
    {
        using var response = await Client.GetObjectAsync(
            new GetObjectRequest { BucketName = bucket, Key = key, VersionId = versionId },
            TestContext.Current.CancellationToken);
        using var reader = new StreamReader(response.ResponseStream);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>An anonymous request whose target goes over the wire exactly as written.</summary>
    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string target, HttpContent? content = null, Action<HttpRequestMessage>? configure = null)
    {
        var uri = new Uri(Url + target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var request = new HttpRequestMessage(method, uri) { Content = content };
        configure?.Invoke(request);
        return await Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Http.Dispose();
        await application.DisposeAsync();
        Store.Dispose();
        Directory.Delete(directory);
    }
}
