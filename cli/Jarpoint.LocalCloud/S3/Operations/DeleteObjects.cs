using System.Xml;
using System.Xml.Linq;
using Jarpoint.LocalCloud.S3.Answers;
using Jarpoint.LocalCloud.S3.Requests;
using Jarpoint.LocalCloud.S3.State;

namespace Jarpoint.LocalCloud.S3.Operations;

/// <summary>Up to a thousand deletes; each succeeds or fails by itself.</summary>
internal static class DeleteObjects
{
    private const int Most = 1000;

    public static async Task HandleAsync(S3Exchange exchange)
    {
        var claims = ContentClaims.Read(exchange);
        if (!claims.HasIntegrity)
            throw S3Errors.InvalidRequest("Missing required header for this request: Content-MD5 OR x-amz-checksum-*");

        var request = await RequestBody.ReadXmlAsync(exchange, claims);
        var objects = request.All("Object").ToList();
        if (objects.Count is 0 or > Most)
            throw S3Errors.MalformedXml();

        _ = exchange.Store.GetVersioning(exchange.Bucket);
        var isQuiet = request.Text("Quiet") is "true";
        var outcomes = objects.Select(each => Delete(exchange, each)).ToList();
        await S3Answer.XmlAsync(exchange, "DeleteResult", xml =>
        {
            foreach (var outcome in outcomes.Where(each => !isQuiet || each.Error is not null))
                Write(xml, outcome);
        });
    }

    private static Outcome Delete(S3Exchange exchange, XElement entry)
    {
        var key = entry.Text("Key") ?? throw S3Errors.MalformedXml();
        var versionId = entry.Text("VersionId");
        try
        {
            if (entry.Text("Size") is not null || entry.Text("LastModifiedTime") is not null)
                throw S3Errors.ConditionNotImplemented("Size,LastModifiedTime");

            var condition = WriteConditions.OfETag(entry.Text("ETag"));
            return new Outcome(key, versionId, exchange.Store.Delete(exchange.Bucket, key, versionId, condition), null);
        }
        catch (S3ErrorException e)
        {
            return new Outcome(key, versionId, null, e.Error);
        }
    }

    private static void Write(XmlWriter xml, Outcome outcome) =>
        xml.Nested(outcome.Error is null ? "Deleted" : "Error", () =>
        {
            xml.Element("Key", outcome.Key);
            xml.Element("VersionId", outcome.VersionId);
            xml.Element("Code", outcome.Error?.Code);
            xml.Element("Message", outcome.Error?.Message);
            if (outcome.Result is { IsDeleteMarker: true } marker)
            {
                xml.Element("DeleteMarker", true);
                xml.Element("DeleteMarkerVersionId", marker.VersionId);
            }
        });

    private sealed record Outcome(string Key, string? VersionId, DeleteResult? Result, S3Error? Error);
}
