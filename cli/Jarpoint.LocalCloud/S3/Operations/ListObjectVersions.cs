using System.Xml;
using Jarpoint.LocalCloud.S3.Answers;
using Jarpoint.LocalCloud.S3.Requests;
using Jarpoint.LocalCloud.S3.State;

namespace Jarpoint.LocalCloud.S3.Operations;

internal static class ListObjectVersions
{
    public static Task HandleAsync(S3Exchange exchange)
    {
        var parameters = ListingParameters.Read(exchange);
        var keyMarker = exchange.Query["key-marker"] ?? "";
        var versionMarker = exchange.Query["version-id-marker"] ?? "";
        if (versionMarker.Length > 0 && keyMarker.Length == 0)
        {
            throw S3Errors.InvalidArgument(
                "version-id-marker", versionMarker, "A version-id marker cannot be specified without a key marker.");
        }

        var query = new ListingQuery(
            parameters.Prefix, parameters.Delimiter, keyMarker.Length == 0 ? null : keyMarker, parameters.MaxKeys)
        {
            AfterVersion = versionMarker.Length == 0 ? null : versionMarker,
        };
        var page = exchange.Store.ListVersions(exchange.Bucket, query);
        return S3Answer.XmlAsync(exchange, "ListVersionsResult", xml =>
        {
            parameters.WriteEcho(xml, exchange);
            xml.Element("KeyMarker", parameters.Encode(keyMarker));
            xml.Element("VersionIdMarker", versionMarker);
            xml.Element("NextKeyMarker", parameters.EncodeOrNull(page.Last));
            xml.Element("NextVersionIdMarker", page.LastVersion);
            xml.Element("IsTruncated", page.Last is not null);
            foreach (var listed in page.Objects)
                Write(xml, parameters, listed);
            parameters.WriteCommonPrefixes(xml, page.CommonPrefixes);
        });
    }

    private static void Write(XmlWriter xml, ListingParameters parameters, ListedVersion listed) =>
        xml.Nested(listed.Version.IsDeleteMarker ? "DeleteMarker" : "Version", () =>
        {
            xml.Element("Key", parameters.Encode(listed.Key));
            xml.Element("VersionId", listed.Version.VersionId);
            xml.Element("IsLatest", listed.IsLatest);
            if (listed.Version.IsDeleteMarker)
                xml.Element("LastModified", listed.Version.LastModified);
            else
                ListingParameters.WriteState(xml, listed.Version);
            xml.Owner();
        });
}
