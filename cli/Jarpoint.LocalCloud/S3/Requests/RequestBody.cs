using System.Xml;
using System.Xml.Linq;
using Jarpoint.LocalCloud.S3.Bodies;
using Jarpoint.LocalCloud.Wire;

namespace Jarpoint.LocalCloud.S3.Requests;

/// <summary>Reads a request's body, whatever its framing, and holds it against what the request claims about it.</summary>
internal static class RequestBody
{
    private const long LongestXml = 4 * 1024 * 1024;

    public static async Task<StagedBody> StageAsync(S3Exchange exchange, ContentClaims claims)
    {
        var chunked = claims.IsChunked ? new AwsChunkedStream(exchange.Request.BodyReader) : null;
        if (chunked is null && exchange.Request.ContentLength is null && exchange.Request.Headers.TransferEncoding.Count > 0)
            throw S3Errors.MissingContentLength();

        var body = await BodyIngest.WriteAsync(
            exchange.Store.Bodies,
            chunked ?? exchange.Request.Body,
            claims.Algorithms,
            withSha256: claims.PayloadSha256 is not null,
            exchange.Cancelled);
        try
        {
            claims.Verify(body, chunked?.Trailers);
            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    /// <summary>The root element.</summary>
    public static async Task<XElement> ReadXmlAsync(S3Exchange exchange, ContentClaims claims)
    {
        using var body = await StageAsync(exchange, claims);
        if (body.Segment.Length > LongestXml)
            throw S3Errors.MalformedXml();

        await using var content = exchange.Store.Bodies.Open([body.Segment]);
        var settings = new XmlReaderSettings
        {
            Async = true,
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            CheckCharacters = false,
        };
        try
        {
            using var reader = XmlReader.Create(content, settings);
            return await XElement.LoadAsync(reader, LoadOptions.PreserveWhitespace, exchange.Cancelled);
        }
        catch (XmlException)
        {
            throw S3Errors.MalformedXml();
        }
    }
}
