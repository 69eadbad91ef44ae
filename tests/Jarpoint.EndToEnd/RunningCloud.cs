using Amazon.Runtime;
using Amazon.S3;
using Jarpoint.Catalog;
using Jarpoint.Catalog.Maintenance;
using Jarpoint.Catalog.Reading;
using Jarpoint.Functions.Storage;
using Jarpoint.LocalCloud.Chaos;
using Jarpoint.LocalCloud.Functions;
using Jarpoint.LocalCloud.Hosting;
using Jarpoint.LocalCloud.Hosting.Calls;

namespace Jarpoint.EndToEnd;

/// <summary>
/// A laptop cloud on a free port with the real Lambda executable: the native one named by <c>JARPOINT_BOOTSTRAP</c>,
/// else the one built with the tests.
/// </summary>
internal sealed class RunningCloud : IAsyncDisposable
{
    /// <summary>Far above what any test needs: a bound for hangs, not a measurement.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private RunningCloud(LocalCloudHost host, ChaosOptions chaos)
    {
        Host = host;
        S3 = Client("local", chaos);
        Exempt = Client(ExemptKey, chaos);
        var store = new S3ObjectStore(Exempt, host.Bucket, TimeProvider.System);
        Reader = new CatalogReader(store, Layout);
        Checker = new CatalogChecker(store, Layout, TimeProvider.System);
    }

    public static string ExemptKey => LocalCloud.S3.S3Faults.ExemptAccessKeyId;

    public static CatalogLayout Layout { get; } = new();

    public LocalCloudHost Host { get; }

    /// <summary>Meets the faults of the chaos options.</summary>
    public IAmazonS3 S3 { get; }

    /// <summary>Meets none.</summary>
    public IAmazonS3 Exempt { get; }

    public CatalogReader Reader { get; }

    public CatalogChecker Checker { get; }

    public string Bucket => Host.Bucket;

    public static BootstrapCommand Bootstrap => BootstrapCommand.For(
        Environment.GetEnvironmentVariable("JARPOINT_BOOTSTRAP") is { Length: > 0 } native
            ? native
            : Path.Combine(AppContext.BaseDirectory, "lambda", "bootstrap.dll"));

    public static async Task<RunningCloud> StartAsync(
        ChaosOptions? chaos = null,
        LocalNodeOptions? nodes = null,
        IReadOnlyDictionary<string, string>? variables = null,
        CallLedger? ledger = null)
    {
        var options = new LocalCloudOptions
        {
            Ledger = ledger,
            Bootstrap = Bootstrap,
            Port = 0,
            Chaos = chaos ?? new ChaosOptions(),
            Nodes = nodes,
            FunctionEnvironment = variables ?? new Dictionary<string, string>(),
            RetryAfter = TimeSpan.FromMilliseconds(200),
        };
        var host = await LocalCloudHost.StartAsync(options, TestContext.Current.CancellationToken);
        return new RunningCloud(host, options.Chaos);
    }

    public Task QuiesceAsync() => Host.QuiesceAsync(Patience, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        S3.Dispose();
        Exempt.Dispose();
        await Host.DisposeAsync();
    }

    private AmazonS3Client Client(string accessKey, ChaosOptions chaos) => new(
        new BasicAWSCredentials(accessKey, "unchecked"),
        new AmazonS3Config
        {
            ServiceURL = Host.Endpoint.AbsoluteUri,
            ForcePathStyle = true,
            AuthenticationRegion = "us-east-1",
            MaxErrorRetry = chaos.SlowDown > 0 ? 20 : 3,
            // Else a share of retries for the whole process decides which request may have its own.
            ThrottleRetries = false,
        });
}
