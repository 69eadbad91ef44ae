using Jarpoint.LocalCloud.S3.Answers;
using Jarpoint.LocalCloud.S3.Requests;

namespace Jarpoint.LocalCloud.S3.Operations;

internal static class DeleteObject
{
    public static Task HandleAsync(S3Exchange exchange)
    {
        var result = exchange.Store.Delete(
            exchange.Bucket, exchange.Key, exchange.VersionId, WriteConditions.OfDelete(exchange));
        exchange.ShowVersion(result.VersionId);
        if (result.IsDeleteMarker)
            exchange.Response.Headers["x-amz-delete-marker"] = "true";
        return S3Answer.EmptyAsync(exchange, 204);
    }
}
