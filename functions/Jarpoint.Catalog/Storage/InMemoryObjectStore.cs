using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Jarpoint.Catalog.Storage;

/// <summary>
/// A bucket in memory with the answers AWS gives to conditional requests. It counts what it is asked, and faults can
/// be put into it. Safe for concurrent use.
/// </summary>
/// <param name="versioned">Whether the bucket keeps versions and delete markers.</param>
/// <param name="time">Clock of Last-Modified; the system's by default.</param>
/// <param name="storesSha256">Whether objects have a stored SHA-256, as when the uploader asked S3 for one.</param>
public sealed class InMemoryObjectStore(
    bool versioned = true, TimeProvider? time = null, bool storesSha256 = true)
    : IObjectStore, IObjectCopier
{
    private const int PageSize = 1000;

    private readonly Lock gate = new();
    private readonly InMemoryBucket bucket = new(versioned, time ?? TimeProvider.System);
    private StoreUsage usage;

    /// <summary>
    /// Called before each request is served: may throw, change the store, or answer a fault (faults other than
    /// <see cref="StoreFault.None"/> matter to puts only).
    /// </summary>
    public Func<StoreRequest, ValueTask<StoreFault>>? OnRequest { get; set; }

    public StoreUsage Usage
    {
        get
        {
            lock (gate)
            {
                return usage;
            }
        }
    }

    public async Task<GetOutcome> GetAsync(ObjectReference target, CancellationToken cancellationToken)
    {
        await BeginAsync(StoreVerb.Get, target.Key, cancellationToken);
        lock (gate)
        {
            if (bucket.Find(target.Key, target.VersionId) is not { Content: { } content } found)
            {
                return new GetOutcome.Missing();
            }

            if (IsOther(target, found))
            {
                return new GetOutcome.Changed();
            }

            usage = usage with { BytesRead = usage.BytesRead + content.Length };
            return new GetOutcome.Found(new MemoryStream(content, writable: false), Show(found));
        }
    }

    public async Task<RangeOutcome> GetRangeAsync(
        ObjectReference target, long offset, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        await BeginAsync(StoreVerb.GetRange, target.Key, cancellationToken);
        lock (gate)
        {
            if (bucket.Find(target.Key, target.VersionId) is not { Content: { } content } found)
            {
                return new RangeOutcome.Missing();
            }

            if (IsOther(target, found))
            {
                return new RangeOutcome.Changed();
            }

            var count = (int)Math.Clamp(content.Length - offset, 0, buffer.Length);
            content.AsSpan((int)Math.Min(offset, content.Length), count).CopyTo(buffer.Span);
            usage = usage with { BytesRead = usage.BytesRead + count };
            return new RangeOutcome.Read(count);
        }
    }

    public async Task<HeadOutcome> HeadAsync(ObjectReference target, CancellationToken cancellationToken)
    {
        await BeginAsync(StoreVerb.Head, target.Key, cancellationToken);
        lock (gate)
        {
            return bucket.Find(target.Key, target.VersionId) switch
            {
                null => new HeadOutcome.Missing(bucket.Now()),
                var found when IsOther(target, found) => new HeadOutcome.Changed(),
                var found => new HeadOutcome.Found(Show(found)),
            };
        }
    }

    public async Task<PutOutcome> PutAsync(ObjectWrite write, CancellationToken cancellationToken)
    {
        switch (await BeginAsync(StoreVerb.Put, write.Key, cancellationToken))
        {
            case StoreFault.Conflict:
                return new PutOutcome.Conflict();
            case StoreFault.AnswerLost:
                Apply(write);
                return Apply(write);
            case StoreFault.ConnectionLost:
                Apply(write);
                throw new IOException($"The connection broke after {write.Key} was sent.");
            default:
                return Apply(write);
        }
    }

    public async Task<CopyOutcome> CopyAsync(
        ObjectReference source, string key, string contentType, CancellationToken cancellationToken)
    {
        await BeginAsync(StoreVerb.Copy, key, cancellationToken);
        lock (gate)
        {
            if (bucket.Find(source.Key, source.VersionId) is not { Content: { } content } found || IsOther(source, found))
            {
                return new CopyOutcome.SourceGone();
            }

            bucket.Put(key, content);
            return new CopyOutcome.Copied(Convert.ToHexStringLower(SHA1.HashData(content)));
        }
    }

    public async Task DeleteAsync(string key, CancellationToken cancellationToken)
    {
        await BeginAsync(StoreVerb.Delete, key, cancellationToken);
        Delete(key);
    }

    public async IAsyncEnumerable<ListedObject> ListAsync(
        string prefix, string? startAfter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<ListedObject> page;
        do
        {
            await BeginAsync(StoreVerb.List, prefix, cancellationToken);
            lock (gate)
            {
                page = bucket.Page(prefix, startAfter, PageSize);
            }

            foreach (var listed in page)
            {
                yield return listed;
                startAfter = listed.Key;
            }
        }
        while (page.Count == PageSize);
    }

    /// <summary>Deletes an object as S3 does: on a versioned bucket a marker goes on top, whose id is returned.</summary>
    public string? Delete(string key)
    {
        lock (gate)
        {
            return bucket.Delete(key);
        }
    }

    /// <summary>Deletes one version or delete marker for good.</summary>
    public void DeleteVersion(string key, string versionId)
    {
        lock (gate)
        {
            bucket.DeleteVersion(key, versionId);
        }
    }

    private static bool IsOther(ObjectReference target, InMemoryObject found)
        => target.ETag is not null && target.ETag != found.Metadata.ETag;

    private ObjectMetadata Show(InMemoryObject found)
        => storesSha256 ? found.Metadata : found.Metadata with { Sha256 = null };

    private PutOutcome Apply(ObjectWrite write)
    {
        lock (gate)
        {
            usage = usage with { BytesWritten = usage.BytesWritten + write.Content.Length };
            var present = bucket.Find(write.Key);
            var allowed = write.Condition switch
            {
                PutCondition.Absent => present is null,
                PutCondition.Matches(var etag) => present?.Metadata.ETag == etag,
                _ => true,
            };
            if (!allowed)
            {
                return new PutOutcome.PreconditionFailed();
            }

            var stored = bucket.Put(write.Key, write.Content.ToArray());
            return new PutOutcome.Stored(stored.ETag, stored.VersionId);
        }
    }

    private async ValueTask<StoreFault> BeginAsync(StoreVerb verb, string key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            usage = usage.Count(verb);
        }

        return OnRequest is { } hook ? await hook(new StoreRequest(verb, key)) : StoreFault.None;
    }
}
