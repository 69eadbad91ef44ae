using Jarpoint.LocalCloud.S3.Answers;
using Jarpoint.LocalCloud.S3.Requests;
using Jarpoint.LocalCloud.S3.State;

namespace Jarpoint.LocalCloud.S3.Operations;

/// <summary>Version 1 of the listing; the next marker is given only where a delimiter makes it hard to guess.</summary>
internal static class ListObjects
{
    public static Task HandleAsync(S3Exchange exchange)
    {
        var parameters = ListingParameters.Read(exchange);
        var marker = exchange.Query["marker"] ?? "";
        var page = exchange.Store.List(exchange.Bucket, new ListingQuery(
            parameters.Prefix, parameters.Delimiter, marker.Length == 0 ? null : marker, parameters.MaxKeys));
        return S3Answer.XmlAsync(exchange, "ListBucketResult", xml =>
        {
            parameters.WriteEcho(xml, exchange);
            xml.Element("Marker", parameters.Encode(marker));
            xml.Element("IsTruncated", page.Last is not null);
            if (parameters.Delimiter.Length > 0)
                xml.Element("NextMarker", parameters.EncodeOrNull(page.Last));
            foreach (var listed in page.Objects)
                parameters.WriteObject(xml, listed, withOwner: true);
            parameters.WriteCommonPrefixes(xml, page.CommonPrefixes);
        });
    }
}
