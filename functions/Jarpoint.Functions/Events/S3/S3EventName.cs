namespace Jarpoint.Functions.Events.S3;

/// <summary>
/// Names of S3 events, without the <c>s3:</c> prefix they carry in bucket configurations.
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html
/// </summary>
internal static class S3EventName
{
    public const string Test = "s3:TestEvent";

    private const string Prefix = "s3:";

    /// <summary>True for a write, false for a removal, null for anything that leaves the object's bytes alone.</summary>
    public static bool? IsWrite(string name)
    {
        var bare = name.StartsWith(Prefix, StringComparison.Ordinal) ? name.AsSpan(Prefix.Length) : name;
        return bare switch
        {
            _ when bare.StartsWith("ObjectCreated:", StringComparison.Ordinal) => true,
            _ when bare.StartsWith("ObjectRemoved:", StringComparison.Ordinal) => false,
            _ when bare.StartsWith("LifecycleExpiration:", StringComparison.Ordinal) => false,
            _ => null,
        };
    }
}
