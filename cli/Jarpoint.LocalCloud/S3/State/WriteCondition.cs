namespace Jarpoint.LocalCloud.S3.State;

/// <summary>When a write or a delete may happen. Missing keys and delete markers count as absent.</summary>
public abstract record WriteCondition
{
    private WriteCondition()
    {
    }

    public static WriteCondition Always { get; } = new None();

    /// <exception cref="S3ErrorException">The condition does not hold, in the words of the recorded answers.</exception>
    internal abstract void Verify(ObjectVersion? current, string key);

    public sealed record None : WriteCondition
    {
        internal override void Verify(ObjectVersion? current, string key)
        {
        }
    }

    /// <summary><c>If-None-Match: *</c></summary>
    public sealed record Absent : WriteCondition
    {
        internal override void Verify(ObjectVersion? current, string key)
        {
            if (current is not null)
                throw S3Errors.PreconditionFailed("If-None-Match");
        }
    }

    /// <summary><c>If-Match</c> with an ETag, without quotes.</summary>
    public sealed record Matches(string ETag) : WriteCondition
    {
        internal override void Verify(ObjectVersion? current, string key)
        {
            if (current is null)
                throw S3Errors.NoSuchKey(key);
            if (current.ETag != ETag)
                throw S3Errors.PreconditionFailed("If-Match");
        }
    }

    /// <summary><c>If-Match: *</c>, which only deletes accept.</summary>
    public sealed record Present : WriteCondition
    {
        internal override void Verify(ObjectVersion? current, string key)
        {
            if (current is null)
                throw S3Errors.NoSuchKey(key);
        }
    }
}
