using System.Globalization;
using Jarpoint.LocalCloud.S3.Bodies;
using Jarpoint.LocalCloud.S3.Checksums;

namespace Jarpoint.LocalCloud.S3.Requests;

/// <summary>What the headers of a request claim about its body; checked once the body is on disk.</summary>
internal sealed record ContentClaims
{
    private const string Prefix = ChecksumNames.HeaderPrefix;

    private static readonly string[] NotChecksums = [Prefix + "algorithm", Prefix + "mode", Prefix + "type"];

    /// <summary>The body is in <c>aws-chunked</c> framing.</summary>
    public required bool IsChunked { get; init; }

    public long? DecodedLength { get; init; }

    public byte[]? Md5 { get; init; }

    /// <summary>Lower-case hexadecimal.</summary>
    public string? PayloadSha256 { get; init; }

    public ObjectChecksum? Checksum { get; init; }

    /// <summary>The checksum that follows the body as a trailing header.</summary>
    public ChecksumAlgorithm? Trailer { get; init; }

    public bool HasIntegrity => Md5 is not null || Checksum is not null || Trailer is not null;

    public IReadOnlyList<ChecksumAlgorithm> Algorithms =>
        [Checksum?.Algorithm ?? Trailer ?? ChecksumAlgorithm.Crc64Nvme];

    public static ContentClaims Read(S3Exchange exchange)
    {
        var payload = exchange.Header("x-amz-content-sha256");
        var claims = new ContentClaims
        {
            IsChunked = payload?.StartsWith("STREAMING-", StringComparison.Ordinal) == true
                || exchange.Header("Content-Encoding")?.Contains("aws-chunked", StringComparison.Ordinal) == true,
            DecodedLength = LengthOf(exchange.Header("x-amz-decoded-content-length")),
            Md5 = exchange.Header("Content-MD5") is { } md5 ? DigestOf(md5) : null,
            PayloadSha256 = payload is { Length: 64 } ? payload : null,
            Checksum = ChecksumOf(exchange),
            Trailer = TrailerOf(exchange.Header("x-amz-trailer")),
        };
        if (exchange.Header("x-amz-sdk-checksum-algorithm") is not null && claims is { Checksum: null, Trailer: null })
        {
            throw S3Errors.InvalidRequest(
                "x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer "
                + "headers were found.");
        }

        return claims;
    }

    public void Verify(StagedBody body, IReadOnlyDictionary<string, string>? trailers)
    {
        if (DecodedLength is { } length && length != body.Segment.Length)
        {
            throw S3Errors.IncompleteBody(
                "You did not provide the number of bytes specified by the Content-Length HTTP header");
        }

        if (Md5 is not null && !Md5.AsSpan().SequenceEqual(body.Md5))
            throw S3Errors.BadDigest("Content-MD5");
        if (PayloadSha256 is not null && body.PayloadSha256 is { } payload && PayloadSha256 != payload)
            throw S3Errors.PayloadHashMismatch(PayloadSha256, payload);

        var computed = body.Checksums[0];
        var expected = Checksum?.Value;
        if (Trailer is { } trailer && trailers?.TryGetValue(trailer.Header(), out expected) != true)
            throw S3Errors.MalformedTrailer();
        if (expected is not null && expected != computed.Value)
            throw S3Errors.BadDigest(computed.Algorithm.Wire());
    }

    private static long? LengthOf(string? header) => header is null ? null
        : long.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length
        : throw S3Errors.InvalidArgument("x-amz-decoded-content-length", header, "Not a length");

    private static byte[] DigestOf(string base64)
    {
        var digest = new byte[16];
        return Convert.TryFromBase64String(base64, digest, out var written) && written == digest.Length
            ? digest
            : throw S3Errors.InvalidDigest(base64);
    }

    private static ObjectChecksum? ChecksumOf(S3Exchange exchange)
    {
        var headers = exchange.Request.Headers
            .Where(header => header.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            .Where(header => !NotChecksums.Contains(header.Key, StringComparer.OrdinalIgnoreCase)).ToList();
        if (headers.Count == 0)
            return null;
        if (headers.Count > 1)
            throw S3Errors.InvalidRequest("Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.");

        var (name, value) = headers[0];
        var algorithm = ChecksumNames.Parse(name[Prefix.Length..]) ?? throw S3Errors.NotEmulated(name);
        var decoded = new byte[algorithm.Bytes()];
        return Convert.TryFromBase64String(value.ToString(), decoded, out var written) && written == decoded.Length
            ? new ObjectChecksum(algorithm, value.ToString())
            : throw S3Errors.InvalidRequest($"Value for {algorithm.Header()} header is invalid.");
    }

    private static ChecksumAlgorithm? TrailerOf(string? header)
    {
        if (header is null)
            return null;

        return header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
            && ChecksumNames.Parse(header[Prefix.Length..]) is { } algorithm
                ? algorithm
                : throw S3Errors.NotEmulated($"the trailer {header}");
    }
}
