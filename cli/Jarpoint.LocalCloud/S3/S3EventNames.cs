namespace Jarpoint.LocalCloud.S3;

/// <summary>Event names as notifications carry them: without the <c>s3:</c> of the configuration.</summary>
internal static class S3EventNames
{
    public const string Put = "ObjectCreated:Put";
    public const string Copy = "ObjectCreated:Copy";
    public const string CompleteMultipartUpload = "ObjectCreated:CompleteMultipartUpload";
    public const string Deleted = "ObjectRemoved:Delete";
    public const string DeleteMarkerCreated = "ObjectRemoved:DeleteMarkerCreated";
}
