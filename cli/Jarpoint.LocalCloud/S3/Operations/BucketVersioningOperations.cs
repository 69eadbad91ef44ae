using Jarpoint.LocalCloud.S3.Answers;
using Jarpoint.LocalCloud.S3.Requests;
using Jarpoint.LocalCloud.S3.State;

namespace Jarpoint.LocalCloud.S3.Operations;

internal static class BucketVersioningOperations
{
    public static async Task PutAsync(S3Exchange exchange)
    {
        var configuration = await RequestBody.ReadXmlAsync(exchange, ContentClaims.Read(exchange));
        if (configuration.Text("MfaDelete") is "Enabled")
            throw S3Errors.NotEmulated("MFA delete");

        exchange.Store.SetVersioning(exchange.Bucket, configuration.Text("Status") switch
        {
            "Enabled" => BucketVersioning.Enabled,
            "Suspended" => BucketVersioning.Suspended,
            _ => throw S3Errors.MalformedXml(),
        });
        await S3Answer.EmptyAsync(exchange);
    }

    public static Task GetAsync(S3Exchange exchange)
    {
        var versioning = exchange.Store.GetVersioning(exchange.Bucket);
        return S3Answer.XmlAsync(exchange, "VersioningConfiguration", xml =>
        {
            if (versioning != BucketVersioning.Off)
                xml.Element("Status", versioning.ToString());
        });
    }
}
