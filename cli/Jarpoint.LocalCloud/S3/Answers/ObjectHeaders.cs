using System.Globalization;
using System.Text;
using Jarpoint.LocalCloud.S3.Checksums;
using Jarpoint.LocalCloud.S3.Requests;
using Jarpoint.LocalCloud.S3.State;

namespace Jarpoint.LocalCloud.S3.Answers;

/// <summary>What GET and HEAD say about an object in headers.</summary>
internal static class ObjectHeaders
{
    private static readonly (string Query, string Header)[] Overrides =
    [
        ("response-content-type", "Content-Type"),
        ("response-content-language", "Content-Language"),
        ("response-content-encoding", "Content-Encoding"),
        ("response-content-disposition", "Content-Disposition"),
        ("response-cache-control", "Cache-Control"),
        ("response-expires", "Expires"),
    ];

    public static void Write(S3Exchange exchange, ObjectVersion version, bool isWhole)
    {
        var headers = exchange.Response.Headers;
        foreach (var (name, value) in version.Headers)
            headers[name] = Ascii(value);
        foreach (var (query, header) in Overrides)
        {
            if (exchange.Query[query] is { } value)
                headers[header] = Ascii(value);
        }

        headers.AcceptRanges = "bytes";
        Identify(exchange, version);
        if (isWhole && string.Equals(exchange.Header("x-amz-checksum-mode"), "ENABLED", StringComparison.OrdinalIgnoreCase))
            WriteChecksums(exchange, version.Checksums);
    }

    /// <summary>ETag, date and version: also part of a 304.</summary>
    public static void Identify(S3Exchange exchange, ObjectVersion version)
    {
        exchange.Response.Headers.ETag = $"\"{version.ETag}\"";
        exchange.Response.Headers.LastModified = HttpDate(version.LastModified);
        exchange.ShowVersion(version.VersionId);
    }

    public static void WriteChecksums(S3Exchange exchange, IReadOnlyList<ObjectChecksum> checksums)
    {
        foreach (var checksum in checksums)
        {
            exchange.Response.Headers[checksum.Algorithm.Header()] = checksum.Value;
            exchange.Response.Headers["x-amz-checksum-type"] = checksum.WireType;
        }
    }

    public static string HttpDate(DateTimeOffset time) => time.ToString("R", CultureInfo.InvariantCulture);

    // Header values are ASCII on the wire; S3 answers others as RFC 2047 words.
    private static string Ascii(string value) => Encoding.UTF8.GetByteCount(value) == value.Length
        ? value
        : $"=?UTF-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(value))}?=";
}
