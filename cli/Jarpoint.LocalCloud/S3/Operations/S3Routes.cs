using Jarpoint.LocalCloud.S3.Requests;

namespace Jarpoint.LocalCloud.S3.Operations;

/// <summary>
/// S3 tells operations apart by method, by what the path names, and by a sub-resource in the query. Rows are tried in
/// order; an empty sub-resource is the operation on the thing itself.
/// </summary>
internal static class S3Routes
{
    private enum Target
    {
        Service,
        Bucket,
        Object,
    }

    private static readonly (string Method, Target Target, string SubResource, S3Operation Operation)[] Table =
    [
        ("GET", Target.Service, "", new("ListBuckets", BucketOperations.ListAsync)),
        ("PUT", Target.Bucket, "versioning", new("PutBucketVersioning", BucketVersioningOperations.PutAsync)),
        ("PUT", Target.Bucket, "notification", new("PutBucketNotificationConfiguration", BucketNotificationOperations.PutAsync)),
        ("PUT", Target.Bucket, "", new("CreateBucket", BucketOperations.CreateAsync)),
        ("HEAD", Target.Bucket, "", new("HeadBucket", BucketOperations.HeadAsync)),
        ("DELETE", Target.Bucket, "", new("DeleteBucket", BucketOperations.DeleteAsync)),
        ("POST", Target.Bucket, "delete", new("DeleteObjects", DeleteObjects.HandleAsync)),
        ("GET", Target.Bucket, "location", new("GetBucketLocation", BucketOperations.LocationAsync)),
        ("GET", Target.Bucket, "versioning", new("GetBucketVersioning", BucketVersioningOperations.GetAsync)),
        ("GET", Target.Bucket, "notification", new("GetBucketNotificationConfiguration", BucketNotificationOperations.GetAsync)),
        ("GET", Target.Bucket, "versions", new("ListObjectVersions", ListObjectVersions.HandleAsync)),
        ("GET", Target.Bucket, "uploads", new("ListMultipartUploads", ListMultipartUploads.HandleAsync)),
        ("GET", Target.Bucket, "list-type", new("ListObjectsV2", ListObjectsV2.HandleAsync)),
        ("GET", Target.Bucket, "", new("ListObjects", ListObjects.HandleAsync)),
        ("GET", Target.Object, "uploadId", new("ListParts", ListParts.HandleAsync)),
        ("GET", Target.Object, "attributes", new("GetObjectAttributes", GetObjectAttributes.HandleAsync)),
        ("GET", Target.Object, "", new("GetObject", GetObject.HandleAsync)),
        ("HEAD", Target.Object, "", new("HeadObject", GetObject.HandleAsync)),
        ("PUT", Target.Object, "uploadId", new("UploadPart", UploadPart.HandleAsync)),
        ("PUT", Target.Object, "", new("PutObject", PutObject.HandleAsync)),
        ("POST", Target.Object, "uploads", new("CreateMultipartUpload", CreateMultipartUpload.HandleAsync)),
        ("POST", Target.Object, "uploadId", new("CompleteMultipartUpload", CompleteMultipartUpload.HandleAsync)),
        ("DELETE", Target.Object, "uploadId", new("AbortMultipartUpload", AbortMultipartUpload.HandleAsync)),
        ("DELETE", Target.Object, "", new("DeleteObject", DeleteObject.HandleAsync)),
    ];

    /// <exception cref="S3ErrorException">501, naming the operation, for everything else.</exception>
    public static S3Operation Find(S3Exchange exchange, S3Address address)
    {
        var method = exchange.Request.Method;
        var target = address.Bucket is null ? Target.Service : address.Key is null ? Target.Bucket : Target.Object;
        var subResource = exchange.Query.Names.FirstOrDefault(SubResources.Names.ContainsKey) ?? "";
        foreach (var row in Table)
        {
            if (row.Method == method && row.Target == target && row.SubResource == subResource)
                return row.Operation;
        }

        throw S3Errors.NotEmulated(NameOf(method, target, subResource));
    }

    private static string NameOf(string method, Target target, string subResource)
    {
        var verb = method[..1] + method[1..].ToLowerInvariant();
        return $"{verb}{target}{SubResources.Names.GetValueOrDefault(subResource)}";
    }
}
