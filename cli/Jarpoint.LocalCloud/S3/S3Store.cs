using Jarpoint.LocalCloud.S3.Bodies;
using Jarpoint.LocalCloud.S3.Checksums;
using Jarpoint.LocalCloud.S3.Journal;
using Jarpoint.LocalCloud.S3.State;

namespace Jarpoint.LocalCloud.S3;

/// <summary>
/// The buckets: versioned objects with conditional writes, bodies on disk, metadata in memory. Knows nothing of HTTP.
/// Errors are <see cref="S3ErrorException"/> with S3's own codes.
/// </summary>
public sealed class S3Store : IDisposable
{
    private readonly S3StoreOptions options;
    private readonly StoreLog log;
    private readonly ObjectChanges changes;

    public S3Store(S3StoreOptions options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        this.options = options;
        Bodies = new BodyDirectory(Path.Combine(options.Directory, "bodies"));
        Clock = clock;
        log = new StoreLog(Bodies, options.Keep ? Path.Combine(options.Directory, "journal.jsonl") : null, clock);
        changes = new ObjectChanges(log);
        Uploads = new MultipartUploads(this);
    }

    public TimeProvider Clock { get; }

    /// <summary>The folder of the bodies and of the journal.</summary>
    public string Directory => options.Directory;

    internal BodyDirectory Bodies { get; }

    internal MultipartUploads Uploads { get; }

    /// <summary>
    /// Every change, after it happened, in the order of the changes; delivered before the change is answered. The
    /// subscriber holds up writers while it runs: it should only enqueue.
    /// </summary>
    public IDisposable Subscribe(Action<S3ObjectEvent> subscriber)
    {
        log.Events.Subscribe(subscriber);
        return new Subscription(log.Events, subscriber);
    }

    /// <summary>Unlike a bucket of the S3 API, one made here has versioning on unless told otherwise.</summary>
    public void CreateBucket(string name, BucketVersioning versioning = BucketVersioning.Enabled)
    {
        BucketNames.Verify(name);
        log.Change((state, commit) =>
        {
            if (state.Find(name) is not null)
                throw S3Errors.BucketAlreadyOwnedByYou(name);
            commit(new JournalEntry.BucketCreated(name, Clock.GetUtcNow()));
            if (versioning != BucketVersioning.Off)
                commit(new JournalEntry.VersioningSet(name, versioning));
            return true;
        });
    }

    public void DeleteBucket(string name) => log.Change((state, commit) =>
    {
        if (!state.Get(name).IsEmpty)
            throw S3Errors.BucketNotEmpty(name);
        commit(new JournalEntry.BucketDeleted(name));
        return true;
    });

    public IReadOnlyList<BucketSummary> Buckets() => log.Read(state =>
        state.Buckets.Select(each => new BucketSummary(each.Name, each.Created, each.Versioning)).ToArray());

    public bool HasBucket(string name) => log.Read(state => state.Find(name) is not null);

    public BucketVersioning GetVersioning(string bucket) => log.Read(state => state.Get(bucket).Versioning);

    public void SetVersioning(string bucket, BucketVersioning versioning) => log.Change((state, commit) =>
    {
        _ = state.Get(bucket);
        commit(new JournalEntry.VersioningSet(bucket, versioning));
        return true;
    });

    /// <summary>The configuration as it was put, XML; null when there is none.</summary>
    public string? GetNotificationConfiguration(string bucket) =>
        log.Read(state => state.Get(bucket).NotificationXml);

    public void SetNotificationConfiguration(string bucket, string xml) => log.Change((state, commit) =>
    {
        _ = state.Get(bucket);
        commit(new JournalEntry.NotificationSet(bucket, xml));
        return true;
    });

    /// <summary>Stores an object without HTTP, as a put would.</summary>
    public async Task<ObjectVersion> PutAsync(
        string bucket,
        string key,
        Stream content,
        WriteCondition? condition = null,
        IReadOnlyDictionary<string, string>? headers = null,
        CancellationToken cancellationToken = default)
    {
        using var body = await BodyIngest.WriteAsync(
            Bodies, content, [ChecksumAlgorithm.Crc64Nvme], withSha256: false, cancellationToken);
        var version = Write(bucket, key, new VersionDraft([body.Segment], body.ETag, S3EventNames.Put)
        {
            Checksums = body.Checksums,
            Condition = condition ?? WriteCondition.Always,
            Headers = headers ?? new Dictionary<string, string>(),
        });
        body.Claim();
        return version;
    }

    /// <summary>The current object, or one version; null when there is none or it is a delete marker.</summary>
    public ObjectVersion? Find(string bucket, string key, string? versionId = null) =>
        Look(bucket, key, versionId) is { IsDeleteMarker: false } found ? found : null;

    /// <summary>Opens a body; what was opened can be read to its end whatever happens to the key.</summary>
    public Stream OpenRead(string bucket, string key, string? versionId = null) => log.Read(state =>
        Look(state, bucket, key, versionId) is { IsDeleteMarker: false } found
            ? Bodies.Open(found.Body)
            : throw S3Errors.NoSuchKey(key));

    public DeleteResult Delete(
        string bucket, string key, string? versionId = null, WriteCondition? condition = null) =>
        changes.Delete(bucket, key, versionId, condition ?? WriteCondition.Always);

    public ListingPage List(string bucket, ListingQuery query) =>
        log.Read(state => Listing.Objects(state.Get(bucket), query));

    /// <summary>All versions and delete markers.</summary>
    public ListingPage ListVersions(string bucket, ListingQuery query) =>
        log.Read(state => Listing.Versions(state.Get(bucket), query));

    public void Dispose()
    {
        log.Dispose();
        if (!options.Keep)
            Bodies.DeleteAll();
    }

    internal ObjectVersion Write(string bucket, string key, VersionDraft draft) => changes.Write(bucket, key, draft);

    /// <summary>The newest version or the one named, a delete marker too.</summary>
    internal ObjectVersion? Look(string bucket, string key, string? versionId) =>
        log.Read(state => Look(state, bucket, key, versionId));

    /// <summary>Finds a version and opens its body in one step, so that no removal comes between.</summary>
    internal (ObjectVersion? Version, BodyStream? Body) LookAndOpen(string bucket, string key, string? versionId) =>
        log.Read(state =>
        {
            var version = Look(state, bucket, key, versionId);
            return (version, version is null or { IsDeleteMarker: true } ? null : Bodies.Open(version.Body));
        });

    private static ObjectVersion? Look(StoreState state, string bucket, string key, string? versionId)
    {
        var history = state.Get(bucket).Find(key);
        return versionId is null ? history?.Newest : history?.Find(versionId);
    }

    private sealed class Subscription(EventDispatch events, Action<S3ObjectEvent> subscriber) : IDisposable
    {
        public void Dispose() => events.Unsubscribe(subscriber);
    }
}
