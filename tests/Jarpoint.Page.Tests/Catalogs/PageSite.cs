using System.Globalization;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.S3;
using Jarpoint.Catalog;
using Jarpoint.Catalog.Describing;
using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Log;
using Jarpoint.Catalog.Page;
using Jarpoint.Catalog.Publishing;
using Jarpoint.Catalog.Reading;
using Jarpoint.Catalog.Storage;
using Jarpoint.Functions.Storage;
using Jarpoint.Jars;
using Jarpoint.LocalCloud.Control;
using Jarpoint.LocalCloud.Fleet;
using Jarpoint.LocalCloud.Hosting;
using Jarpoint.LocalCloud.S3;
using Jarpoint.LocalCloud.S3.State;
using Microsoft.AspNetCore.Http;

namespace Jarpoint.Page.Tests.Catalogs;

/// <summary>A bucket with a catalog and its page, as the laptop cloud serves them, without functions.</summary>
internal sealed class PageSite : IAsyncDisposable
{
    private const string Bucket = "spark-jars";

    private static readonly CatalogLayout Layout = new();

    private readonly S3Store bucket;
    private readonly LoopbackServer server;
    private readonly AmazonS3Client client;
    private readonly CatalogWriter writer;
    private readonly JarCataloguer cataloguer;
    private int events;

    private PageSite(S3Store bucket, LoopbackServer server)
    {
        this.bucket = bucket;
        this.server = server;
        client = new AmazonS3Client(new BasicAWSCredentials("test", "unchecked"), new AmazonS3Config
        {
            ServiceURL = server.Address.AbsoluteUri,
            ForcePathStyle = true,
            AuthenticationRegion = "us-east-1",
        });
        Store = new S3ObjectStore(client, Bucket, TimeProvider.System);
        writer = new CatalogWriter(Store, Layout, TimeProvider.System);
        cataloguer = new JarCataloguer(Store, Layout, new JarReaderOptions(), TimeProvider.System);
    }

    public IObjectStore Store { get; }

    public Uri Root => server.Address;

    public Uri Page => new(server.Address, PageServer.AddressIn(Bucket));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="nodes">What the control API answers about nodes.</param>
    public static async Task<PageSite> StartAsync(params FleetNode[] nodes)
    {
        var folder = Directory.CreateTempSubdirectory("jarpoint-page-").FullName;
        var bucket = new S3Store(new S3StoreOptions(folder), TimeProvider.System);
        bucket.CreateBucket(Bucket);
        var s3 = new S3Endpoint(bucket);
        var router = new ServiceRouter(
            new Dictionary<string, RequestDelegate>(StringComparer.Ordinal) { ["s3"] = s3.HandleAsync },
            context => AnswerAsync(context, new ControlAnswer { Nodes = nodes }),
            new PageServer(key => bucket.Find(Bucket, key) is not null, Bucket, s3.HandleAsync));
        var server = await LoopbackServer.StartAsync(0, router.HandleAsync, Cancellation);
        return new PageSite(bucket, server);
    }

    /// <summary>Uploads jars and commits what is known of them, all as one revision.</summary>
    public async Task<long> CommitAsync(params (string Key, byte[] Jar)[] uploads)
    {
        var facts = new List<CatalogFact>();
        foreach (var (key, jar) in uploads)
        {
            var write = new ObjectWrite(key, jar, new PutCondition.None()) { ContentType = "application/java-archive" };
            (await Store.PutAsync(write, Cancellation)).ShouldBeOfType<PutOutcome.Stored>();
            facts.Add(await ExamineAsync(key, ObjectChangeKind.Created));
        }

        return await writer.AppendAsync(facts, Cancellation);
    }

    /// <summary>Commits facts about nothing that is there.</summary>
    public Task<long> AppendAsync(IReadOnlyList<CatalogFact> facts) => writer.AppendAsync(facts, Cancellation);

    /// <summary>The newest revision, as the library reads it.</summary>
    public Task<CatalogView> ReadAsync() => new CatalogReader(Store, Layout).LatestAsync(Cancellation);

    public async Task<long> RemoveAsync(string key)
    {
        await Store.DeleteAsync(key, Cancellation);
        return await writer.AppendAsync([await ExamineAsync(key, ObjectChangeKind.Removed)], Cancellation);
    }

    /// <summary>Publishes snapshot, head and page, as the function does.</summary>
    public async Task PublishAsync()
    {
        var reader = new CatalogReader(Store, Layout);
        await new CatalogPublisher(Store, Layout, reader, TimeProvider.System).PublishAsync(Cancellation);
        var view = await ReadAsync();
        await new PagePublication(Store, Layout, TimeProvider.System)
            .FollowAsync(new PublishedCatalog(view), CancellationToken.None, Cancellation);
    }

    /// <summary>Writes below the catalog's root, whatever is there.</summary>
    public Task OverwriteAsync(string name, byte[] content)
        => Store.PutAsync(new ObjectWrite(Layout.Root + name, content, new PutCondition.None()), Cancellation);

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await server.DisposeAsync();
        bucket.Dispose();
        if (Directory.Exists(bucket.Directory))
        {
            Directory.Delete(bucket.Directory, recursive: true);
        }
    }

    private async Task<CatalogFact> ExamineAsync(string key, ObjectChangeKind kind)
    {
        var outcome = await cataloguer.ExamineAsync(
            new ObjectChange
            {
                Kind = kind,
                Key = key,
                Sequencer = (++events).ToString("X16", CultureInfo.InvariantCulture),
                At = DateTimeOffset.UnixEpoch.AddYears(56).AddMinutes(events),
            },
            Cancellation);
        return outcome.ShouldBeOfType<ExamineOutcome.Fact>().Value;
    }

    private static Task AnswerAsync(HttpContext context, ControlAnswer answer)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(JsonSerializer.Serialize(answer, ControlJson.Default.ControlAnswer));
    }
}
