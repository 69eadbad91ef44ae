using Jarpoint.LocalCloud.S3.Answers;
using Jarpoint.LocalCloud.S3.Requests;
using Jarpoint.LocalCloud.S3.State;

namespace Jarpoint.LocalCloud.S3.Operations;

internal static class PutObject
{
    public static Task HandleAsync(S3Exchange exchange)
    {
        StoredHeaders.RefuseWhatIsNotEmulated(exchange);
        return exchange.Header(CopyObject.SourceHeader) is { } source
            ? CopyObject.HandleAsync(exchange, CopySource.Parse(source))
            : StoreAsync(exchange);
    }

    private static async Task StoreAsync(S3Exchange exchange)
    {
        var condition = WriteConditions.OfWrite(exchange);
        var claims = ContentClaims.Read(exchange);
        var headers = StoredHeaders.Read(exchange);
        VerifyEarly(exchange, condition);

        using var body = await RequestBody.StageAsync(exchange, claims);
        var version = exchange.Store.Write(
            exchange.Bucket,
            exchange.Key,
            new VersionDraft([body.Segment], body.ETag, S3EventNames.Put)
            {
                Headers = headers,
                Checksums = body.Checksums,
                Condition = condition,
            });
        body.Claim();
        exchange.Response.Headers.ETag = $"\"{version.ETag}\"";
        exchange.ShowVersion(version.VersionId);
        ObjectHeaders.WriteChecksums(exchange, version.Checksums);
        await S3Answer.EmptyAsync(exchange);
    }

    // Spares a client that waits for `100 Continue` the upload; the condition is judged again when the body is there.
    private static void VerifyEarly(S3Exchange exchange, WriteCondition condition) =>
        condition.Verify(exchange.Store.Find(exchange.Bucket, exchange.Key), exchange.Key);
}
