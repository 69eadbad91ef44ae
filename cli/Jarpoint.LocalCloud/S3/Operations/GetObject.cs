using System.Globalization;
using Jarpoint.LocalCloud.S3.Answers;
using Jarpoint.LocalCloud.S3.Bodies;
using Jarpoint.LocalCloud.S3.Requests;
using Jarpoint.LocalCloud.S3.State;
using Microsoft.AspNetCore.Http;

namespace Jarpoint.LocalCloud.S3.Operations;

/// <summary>GetObject and HeadObject: the same answer, with and without its body.</summary>
internal static class GetObject
{
    private const int BufferSize = 128 * 1024;

    public static async Task HandleAsync(S3Exchange exchange)
    {
        var (found, body) = exchange.Store.LookAndOpen(exchange.Bucket, exchange.Key, exchange.VersionId);
        await using (body)
        {
            var version = ReadableVersion.Of(exchange, found);
            VerifyConditions(exchange, version);
            var range = RangeOf(exchange, version);
            ObjectHeaders.Write(exchange, version, isWhole: range is null);
            await SendAsync(exchange, version, body!, range);
        }
    }

    private static void VerifyConditions(S3Exchange exchange, ObjectVersion version)
    {
        try
        {
            ReadConditions.Of(exchange).Verify(version);
        }
        catch (S3ErrorException e) when (e.Error.Status == StatusCodes.Status304NotModified)
        {
            ObjectHeaders.Identify(exchange, version);
            throw;
        }
    }

    private static ByteRange? RangeOf(S3Exchange exchange, ObjectVersion version)
    {
        if (exchange.Query["partNumber"] is not { } text)
            return ByteRange.Of(exchange.Header("Range"), version.Size);

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
            throw S3Errors.InvalidArgument("partNumber", text, "Part number must be an integer between 1 and 10000, inclusive");
        if (number > version.Body.Count)
            throw S3Errors.InvalidPartNumber();
        if (version.PartCount is not { } parts)
            return null;

        exchange.Response.Headers["x-amz-mp-parts-count"] = parts.ToString(CultureInfo.InvariantCulture);
        return new ByteRange(
            version.Body.Take(number - 1).Sum(segment => segment.Length), version.Body[number - 1].Length);
    }

    private static async Task SendAsync(
        S3Exchange exchange, ObjectVersion version, BodyStream body, ByteRange? range)
    {
        var response = exchange.Response;
        response.StatusCode = range is null ? StatusCodes.Status200OK : StatusCodes.Status206PartialContent;
        response.ContentLength = range?.Length ?? version.Size;
        if (range is { Length: > 0 } part)
        {
            response.Headers.ContentRange = string.Create(
                CultureInfo.InvariantCulture, $"bytes {part.Offset}-{part.Offset + part.Length - 1}/{version.Size}");
            body.Slice(part.Offset, part.Length);
        }

        if (!HttpMethods.IsHead(exchange.Request.Method))
            await body.CopyToAsync(response.Body, BufferSize, exchange.Cancelled);
    }
}
