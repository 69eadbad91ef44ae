using System.Xml.Linq;
using Jarpoint.LocalCloud.S3.Answers;
using Jarpoint.LocalCloud.S3.Requests;

namespace Jarpoint.LocalCloud.S3.Operations;

/// <summary>Keeps the configuration for whoever delivers notifications; delivers none.</summary>
internal static class BucketNotificationOperations
{
    public static async Task PutAsync(S3Exchange exchange)
    {
        var configuration = await RequestBody.ReadXmlAsync(exchange, ContentClaims.Read(exchange));
        if (configuration.Name.LocalName != "NotificationConfiguration")
            throw S3Errors.MalformedXml();

        exchange.Store.SetNotificationConfiguration(
            exchange.Bucket, configuration.ToString(SaveOptions.DisableFormatting));
        await S3Answer.EmptyAsync(exchange);
    }

    public static Task GetAsync(S3Exchange exchange) =>
        exchange.Store.GetNotificationConfiguration(exchange.Bucket) is { } stored
            ? S3Answer.RawXmlAsync(exchange, stored)
            : S3Answer.XmlAsync(exchange, "NotificationConfiguration", _ => { });
}
