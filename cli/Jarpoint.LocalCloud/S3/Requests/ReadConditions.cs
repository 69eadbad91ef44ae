using Jarpoint.LocalCloud.S3.State;
using Microsoft.Net.Http.Headers;

namespace Jarpoint.LocalCloud.S3.Requests;

/// <summary>
/// The conditions of a read, in RFC 9110's precedence: an ETag condition that is given silences the date condition of
/// its kind.
/// </summary>
internal sealed record ReadConditions(string? IfMatch, string? IfNoneMatch, string? IfModifiedSince, string? IfUnmodifiedSince)
{
    public static ReadConditions Of(S3Exchange exchange) => Read(exchange, "");

    /// <summary>The same conditions on the source of a copy.</summary>
    public static ReadConditions OfCopySource(S3Exchange exchange) => Read(exchange, "x-amz-copy-source-");

    public void Verify(ObjectVersion version)
    {
        var modified = DateTimeOffset.FromUnixTimeSeconds(version.LastModified.ToUnixTimeSeconds());
        if (IfMatch is not null ? !Names(IfMatch, version) : DateOf(IfUnmodifiedSince) < modified)
            throw S3Errors.PreconditionFailed(IfMatch is not null ? "If-Match" : "If-Unmodified-Since");
        if (IfNoneMatch is not null ? Names(IfNoneMatch, version) : DateOf(IfModifiedSince) >= modified)
            throw S3Errors.NotModified();
    }

    /// <summary>A copy has no 304: its source is just not in the state asked for.</summary>
    public void VerifyCopySource(ObjectVersion version)
    {
        try
        {
            Verify(version);
        }
        catch (S3ErrorException e) when (e.Error.Status == 304)
        {
            throw S3Errors.PreconditionFailed(
                IfNoneMatch is not null ? "x-amz-copy-source-If-None-Match" : "x-amz-copy-source-If-Modified-Since");
        }
    }

    private static ReadConditions Read(S3Exchange exchange, string prefix) => new(
        exchange.Header(prefix + "If-Match"),
        exchange.Header(prefix + "If-None-Match"),
        exchange.Header(prefix + "If-Modified-Since"),
        exchange.Header(prefix + "If-Unmodified-Since"));

    private static bool Names(string header, ObjectVersion version) =>
        header.Split(',', StringSplitOptions.TrimEntries).Any(each => each == "*" || each.Trim('"') == version.ETag);

    private static DateTimeOffset? DateOf(string? header) =>
        HeaderUtilities.TryParseDate(header, out var date) ? date : null;
}
