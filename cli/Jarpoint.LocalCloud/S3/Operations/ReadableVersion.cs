using Jarpoint.LocalCloud.S3.Answers;
using Jarpoint.LocalCloud.S3.Requests;
using Jarpoint.LocalCloud.S3.State;

namespace Jarpoint.LocalCloud.S3.Operations;

/// <summary>The version a read is about, or S3's answer for why there is none to read.</summary>
internal static class ReadableVersion
{
    public static ObjectVersion Of(S3Exchange exchange, ObjectVersion? found)
    {
        var versionId = exchange.VersionId;
        if (found is null)
        {
            throw versionId is null
                ? S3Errors.NoSuchKey(exchange.Key)
                : S3Errors.NoSuchVersion(exchange.Key, versionId);
        }

        if (!found.IsDeleteMarker)
            return found;

        var error = versionId is null
            ? S3Errors.NoSuchKey(exchange.Key).Error
            : S3Errors.MethodNotAllowed(exchange.Request.Method, "DeleteMarker").Error
                .WithHeader("Allow", "DELETE")
                .WithHeader("Last-Modified", ObjectHeaders.HttpDate(found.LastModified));
        throw new S3ErrorException(
            error.WithHeader("x-amz-delete-marker", "true").WithHeader("x-amz-version-id", found.VersionId));
    }
}
