using Jarpoint.Catalog.Describing;

namespace Jarpoint.Functions.Events.S3;

/// <summary>What one record of a notification message is.</summary>
public abstract record S3EventOutcome
{
    private S3EventOutcome()
    {
    }

    /// <summary>An object was written or removed.</summary>
    /// <param name="Bucket">Where; one queue may serve several buckets.</param>
    /// <param name="Change">What happened, the key decoded.</param>
    public sealed record Changed(string Bucket, ObjectChange Change) : S3EventOutcome;

    /// <summary>S3 tries a notification configuration out. Nothing happened to any object.</summary>
    public sealed record Test(string? Bucket) : S3EventOutcome;

    /// <summary>Well-formed, but not for the catalog.</summary>
    /// <param name="Reason">What it is.</param>
    public sealed record Foreign(string Reason) : S3EventOutcome;

    /// <summary>Nobody can read it; delivering it again will not help.</summary>
    /// <param name="Reason">What is wrong with it.</param>
    public sealed record Malformed(string Reason) : S3EventOutcome;
}
