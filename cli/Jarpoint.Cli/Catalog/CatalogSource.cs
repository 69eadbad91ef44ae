using Amazon.S3;
using Jarpoint.Catalog;
using Jarpoint.Catalog.Describing;
using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Reading;
using Jarpoint.Catalog.Storage;
using Jarpoint.Cli.Local;
using Jarpoint.Functions.Storage;
using Jarpoint.Jars.Description;

namespace Jarpoint.Cli.Catalog;

/// <summary>An opened catalog, wherever it lies.</summary>
internal sealed class CatalogSource : IDisposable
{
    /// <summary>Long descriptions read at once: each is one small request.</summary>
    private const int Parallelism = 16;

    private readonly IAmazonS3? client;

    private CatalogSource(CatalogPlace place, IObjectStore store, string root, IAmazonS3? client)
    {
        this.client = client;
        Place = place;
        Store = store;
        Layout = new CatalogLayout(root);
        Reader = new CatalogReader(store, Layout);
        Descriptions = new DescriptionStore(store, Layout, TimeProvider.System);
    }

    public CatalogPlace Place { get; }

    public IObjectStore Store { get; }

    public CatalogLayout Layout { get; }

    public CatalogReader Reader { get; }

    public DescriptionStore Descriptions { get; }

    public static CatalogSource Open(CatalogPlace place)
    {
        switch (place)
        {
            case CatalogPlace.Folder folder:
                return new CatalogSource(
                    folder, new FolderObjectStore(folder.Path), CatalogPlace.Folder.Root, null);
            case CatalogPlace.Bucket bucket:
                var client = bucket.Endpoint is { } endpoint
                    ? LocalClients.S3(endpoint)
                    : S3Storage.CreateClient(pathStyle: CustomEndpoint());
                return new CatalogSource(
                    bucket, new S3ObjectStore(client, bucket.Name, TimeProvider.System), bucket.Root, client);
            default:
                throw new ArgumentOutOfRangeException(nameof(place), place, null);
        }
    }

    /// <summary>The newest revision, or the one asked for.</summary>
    public Task<CatalogView> ViewAsync(long? revision, CancellationToken cancellationToken)
        => revision is { } at ? Reader.AtAsync(at, cancellationToken) : Reader.LatestAsync(cancellationToken);

    /// <summary>The long description of an entry; null when it is rejected or its description is not there.</summary>
    /// <exception cref="CatalogDamagedException">It is not what its name says.</exception>
    public async Task<JarDescription?> DescribeAsync(CatalogFact entry, CancellationToken cancellationToken)
        => entry.Jar is null ? null : await Descriptions.GetAsync(entry.Jar.Description, cancellationToken) switch
        {
            DescriptionOutcome.Found(var jar) => jar,
            DescriptionOutcome.Damaged(var detail) => throw new CatalogDamagedException(detail),
            _ => null,
        };

    /// <summary>Entries with their long descriptions, several read at once, in the order given.</summary>
    public async IAsyncEnumerable<(CatalogFact Entry, JarDescription? Jar)> DescribeAllAsync(
        IAsyncEnumerable<CatalogFact> entries,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var running = new Queue<(CatalogFact Entry, Task<JarDescription?> Jar)>();
        await foreach (var entry in entries.WithCancellation(cancellationToken))
        {
            running.Enqueue((entry, Task.Run(() => DescribeAsync(entry, cancellationToken), cancellationToken)));
            if (running.Count >= Parallelism)
            {
                var (first, jar) = running.Dequeue();
                yield return (first, await jar);
            }
        }

        while (running.TryDequeue(out var next))
        {
            yield return (next.Entry, await next.Jar);
        }
    }

    public void Dispose() => client?.Dispose();

    // A server that stands in for S3 seldom has a name per bucket.
    private static bool CustomEndpoint()
        => Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL_S3") is { Length: > 0 }
            || Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL") is { Length: > 0 };
}
