using Jarpoint.LocalCloud.S3.Journal;

namespace Jarpoint.LocalCloud.S3.State;

/// <summary>Writes and deletes: what versioning makes of them, and the event each one raises.</summary>
internal sealed class ObjectChanges(StoreLog log)
{
    private const string ETagOfNothing = "d41d8cd98f00b204e9800998ecf8427e";

    public ObjectVersion Write(string bucketName, string key, VersionDraft draft) => log.Change((state, commit) =>
    {
        var bucket = state.Get(bucketName);
        var history = bucket.Find(key);
        draft.Condition.Verify(history?.Current, key);
        if (draft.Since is { } since && draft.Condition is not WriteCondition.None
            && since.Sequencer != history?.Newest?.Sequencer)
        {
            var header = draft.Condition is WriteCondition.Absent ? "If-None-Match" : "If-Match";
            throw S3Errors.ConditionalRequestConflict(header, key);
        }

        var version = new ObjectVersion
        {
            VersionId = NewVersionId(bucket),
            Sequencer = log.NextSequencer(),
            LastModified = log.Clock.GetUtcNow(),
            ETag = draft.ETag,
            Headers = draft.Headers,
            Checksums = draft.Checksums,
            Body = draft.Body,
            PartCount = draft.PartCount,
        };
        commit(
            new JournalEntry.VersionWritten(bucketName, key, version),
            EventOf(bucket, key, draft.EventName, version.VersionId, version.Size, version.ETag, version.Sequencer));
        return version;
    });

    public DeleteResult Delete(string bucketName, string key, string? versionId, WriteCondition condition) =>
        log.Change((state, commit) =>
        {
            var bucket = state.Get(bucketName);
            var history = bucket.Find(key);
            condition.Verify(history?.Current, key);
            if (versionId is null && bucket.Versioning != BucketVersioning.Off)
                return AddMarker(bucket, key, commit);

            var removed = history?.Find(versionId ?? ObjectVersion.NullId);
            if (removed is not null)
                RemoveVersion(bucket, key, removed, commit);
            return new DeleteResult(versionId, removed is { IsDeleteMarker: true });
        });

    private DeleteResult AddMarker(BucketState bucket, string key, StoreLog.Commit commit)
    {
        var marker = new ObjectVersion
        {
            VersionId = NewVersionId(bucket),
            Sequencer = log.NextSequencer(),
            LastModified = log.Clock.GetUtcNow(),
            IsDeleteMarker = true,
        };
        commit(
            new JournalEntry.VersionWritten(bucket.Name, key, marker),
            EventOf(bucket, key, S3EventNames.DeleteMarkerCreated, marker.VersionId, null, ETagOfNothing, marker.Sequencer));
        return new DeleteResult(marker.VersionId, IsDeleteMarker: true);
    }

    private void RemoveVersion(BucketState bucket, string key, ObjectVersion version, StoreLog.Commit commit)
    {
        var sequencer = log.NextSequencer();
        commit(
            new JournalEntry.VersionRemoved(bucket.Name, key, version.VersionId, sequencer),
            EventOf(bucket, key, S3EventNames.Deleted, version.VersionId, null, null, sequencer));
    }

    private static string NewVersionId(BucketState bucket) =>
        bucket.Versioning == BucketVersioning.Enabled ? VersionIds.Next() : ObjectVersion.NullId;

    private S3ObjectEvent EventOf(
        BucketState bucket, string key, string name, string versionId, long? size, string? etag, string sequencer) =>
        new(
            bucket.Name,
            key,
            name,
            bucket.Versioning == BucketVersioning.Off ? null : versionId,
            size,
            etag,
            sequencer,
            log.Clock.GetUtcNow());
}
