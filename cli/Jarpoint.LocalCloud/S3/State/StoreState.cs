using Jarpoint.LocalCloud.S3.Bodies;
using Jarpoint.LocalCloud.S3.Journal;

namespace Jarpoint.LocalCloud.S3.State;

/// <summary>The fold of the journal.</summary>
internal sealed class StoreState
{
    private readonly SortedDictionary<string, BucketState> buckets = new(StringComparer.Ordinal);

    public IReadOnlyCollection<BucketState> Buckets => buckets.Values;

    /// <summary>The body files that some version refers to.</summary>
    public HashSet<string> BodyFiles =>
    [
        .. buckets.Values.SelectMany(bucket => bucket.Keys).SelectMany(key => key.Versions)
            .SelectMany(version => version.Body).Select(segment => segment.File),
    ];

    public BucketState? Find(string bucket) => buckets.GetValueOrDefault(bucket);

    public BucketState Get(string bucket) => Find(bucket) ?? throw S3Errors.NoSuchBucket(bucket);

    /// <returns>The body that no version refers to any more.</returns>
    public IReadOnlyList<BodySegment> Apply(JournalEntry entry)
    {
        switch (entry)
        {
            case JournalEntry.BucketCreated created:
                buckets.Add(created.Bucket, new BucketState(created.Bucket, created.Created));
                return [];
            case JournalEntry.BucketDeleted deleted:
                buckets.Remove(deleted.Bucket);
                return [];
            case JournalEntry.VersioningSet set:
                Get(set.Bucket).Versioning = set.Versioning;
                return [];
            case JournalEntry.NotificationSet set:
                Get(set.Bucket).NotificationXml = set.Xml;
                return [];
            case JournalEntry.VersionWritten written:
                return Get(written.Bucket).GetOrAdd(written.Key).Add(written.Version)?.Body ?? [];
            case JournalEntry.VersionRemoved removed:
                return Remove(Get(removed.Bucket), removed);
            default:
                throw new InvalidOperationException($"unknown journal entry {entry.GetType().Name}");
        }
    }

    private static IReadOnlyList<BodySegment> Remove(BucketState bucket, JournalEntry.VersionRemoved entry)
    {
        if (bucket.Find(entry.Key) is not { } history)
            return [];

        var removed = history.Remove(entry.VersionId);
        if (history.Newest is null)
            bucket.Forget(history);
        return removed?.Body ?? [];
    }
}
