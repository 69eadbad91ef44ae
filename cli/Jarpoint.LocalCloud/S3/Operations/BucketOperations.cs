using Jarpoint.LocalCloud.S3.Answers;
using Jarpoint.LocalCloud.S3.Requests;
using Jarpoint.LocalCloud.S3.State;

namespace Jarpoint.LocalCloud.S3.Operations;

internal static class BucketOperations
{
    private const string Region = "us-east-1";

    public static Task ListAsync(S3Exchange exchange) => S3Answer.XmlAsync(exchange, "ListAllMyBucketsResult", xml =>
    {
        xml.Owner();
        xml.Nested("Buckets", () =>
        {
            foreach (var bucket in exchange.Store.Buckets())
            {
                xml.Nested("Bucket", () =>
                {
                    xml.Element("Name", bucket.Name);
                    xml.Element("CreationDate", bucket.Created);
                });
            }
        });
    });

    public static async Task CreateAsync(S3Exchange exchange)
    {
        if (string.Equals(exchange.Header("x-amz-bucket-object-lock-enabled"), "true", StringComparison.OrdinalIgnoreCase))
            throw S3Errors.NotEmulated("a bucket with object lock");

        var claims = ContentClaims.Read(exchange);
        using (await RequestBody.StageAsync(exchange, claims))
            exchange.Store.CreateBucket(exchange.Bucket, BucketVersioning.Off);
        exchange.Response.Headers.Location = $"/{exchange.Bucket}";
        await S3Answer.EmptyAsync(exchange);
    }

    public static Task HeadAsync(S3Exchange exchange)
    {
        VerifyExists(exchange);
        exchange.Response.Headers["x-amz-bucket-region"] = Region;
        return S3Answer.EmptyAsync(exchange);
    }

    public static Task DeleteAsync(S3Exchange exchange)
    {
        exchange.Store.DeleteBucket(exchange.Bucket);
        return S3Answer.EmptyAsync(exchange, 204);
    }

    // An empty constraint is how S3 says us-east-1.
    public static Task LocationAsync(S3Exchange exchange)
    {
        VerifyExists(exchange);
        return S3Answer.XmlAsync(exchange, "LocationConstraint", _ => { });
    }

    private static void VerifyExists(S3Exchange exchange)
    {
        if (!exchange.Store.HasBucket(exchange.Bucket))
            throw S3Errors.NoSuchBucket(exchange.Bucket);
    }
}
