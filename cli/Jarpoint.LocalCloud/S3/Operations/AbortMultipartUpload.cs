using Jarpoint.LocalCloud.S3.Answers;
using Jarpoint.LocalCloud.S3.Requests;

namespace Jarpoint.LocalCloud.S3.Operations;

internal static class AbortMultipartUpload
{
    public static Task HandleAsync(S3Exchange exchange)
    {
        exchange.Store.Uploads.Abort(exchange.Bucket, exchange.Key, exchange.Query["uploadId"] ?? "");
        return S3Answer.EmptyAsync(exchange, 204);
    }
}
