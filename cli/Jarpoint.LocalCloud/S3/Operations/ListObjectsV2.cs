using System.Text;
using Jarpoint.LocalCloud.S3.Answers;
using Jarpoint.LocalCloud.S3.Requests;
using Jarpoint.LocalCloud.S3.State;

namespace Jarpoint.LocalCloud.S3.Operations;

internal static class ListObjectsV2
{
    public static Task HandleAsync(S3Exchange exchange)
    {
        var parameters = ListingParameters.Read(exchange);
        var token = exchange.Query["continuation-token"];
        var startAfter = exchange.Query["start-after"];
        var withOwner = exchange.Query["fetch-owner"] is "true";
        var page = exchange.Store.List(exchange.Bucket, new ListingQuery(
            parameters.Prefix,
            parameters.Delimiter,
            token is null ? startAfter : PositionOf(token),
            parameters.MaxKeys));
        return S3Answer.XmlAsync(exchange, "ListBucketResult", xml =>
        {
            parameters.WriteEcho(xml, exchange);
            xml.Element("StartAfter", parameters.EncodeOrNull(startAfter));
            xml.Element("ContinuationToken", token);
            xml.Element("NextContinuationToken", page.Last is null ? null : TokenOf(page.Last));
            xml.Element("KeyCount", page.Objects.Count + page.CommonPrefixes.Count);
            xml.Element("IsTruncated", page.Last is not null);
            foreach (var listed in page.Objects)
                parameters.WriteObject(xml, listed, withOwner);
            parameters.WriteCommonPrefixes(xml, page.CommonPrefixes);
        });
    }

    private static string TokenOf(string position) => Convert.ToBase64String(Encoding.UTF8.GetBytes(position));

    private static string PositionOf(string token)
    {
        var position = new byte[token.Length];
        return Convert.TryFromBase64String(token, position, out var length) && length > 0
            ? Encoding.UTF8.GetString(position, 0, length)
            : throw S3Errors.InvalidArgument("continuation-token", token, "The continuation token provided is incorrect");
    }
}
