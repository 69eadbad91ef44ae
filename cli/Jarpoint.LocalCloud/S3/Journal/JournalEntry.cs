using System.Text.Json.Serialization;
using Jarpoint.LocalCloud.S3.State;

namespace Jarpoint.LocalCloud.S3.Journal;

/// <summary>One committed change. The store is the fold of these, whether it keeps them on disk or not.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "change")]
[JsonDerivedType(typeof(BucketCreated), "bucket-created")]
[JsonDerivedType(typeof(BucketDeleted), "bucket-deleted")]
[JsonDerivedType(typeof(VersioningSet), "versioning-set")]
[JsonDerivedType(typeof(NotificationSet), "notification-set")]
[JsonDerivedType(typeof(VersionWritten), "version-written")]
[JsonDerivedType(typeof(VersionRemoved), "version-removed")]
internal abstract record JournalEntry(string Bucket)
{
    public sealed record BucketCreated(string Bucket, DateTimeOffset Created) : JournalEntry(Bucket);

    public sealed record BucketDeleted(string Bucket) : JournalEntry(Bucket);

    public sealed record VersioningSet(string Bucket, BucketVersioning Versioning) : JournalEntry(Bucket);

    public sealed record NotificationSet(string Bucket, string Xml) : JournalEntry(Bucket);

    public sealed record VersionWritten(string Bucket, string Key, ObjectVersion Version) : JournalEntry(Bucket);

    public sealed record VersionRemoved(string Bucket, string Key, string VersionId, string Sequencer)
        : JournalEntry(Bucket);
}
