using System.Net;
using System.Text;
using Jarpoint.LocalCloud.Wire;

namespace Jarpoint.LocalCloud.S3.Requests;

/// <summary>
/// The bucket and key a request is about: <c>/bucket/key</c> on any host, or <c>/key</c> on <c>bucket.localhost</c>,
/// <c>bucket.s3.localhost</c> and <c>bucket.s3.REGION.amazonaws.com</c> (behind a proxy).
/// </summary>
internal sealed record S3Address(string? Bucket, string? Key)
{
    private const int LongestKey = 1024;

    public static S3Address Of(string host, string rawPath)
    {
        var path = rawPath.StartsWith('/') ? rawPath[1..] : rawPath;
        if (BucketOfHost(host) is { } bucket)
            return new S3Address(bucket, KeyOf(path));

        var slash = path.IndexOf('/', StringComparison.Ordinal);
        var first = slash < 0 ? path : path[..slash];
        return new S3Address(
            first.Length == 0 ? null : Decode(first), slash < 0 ? null : KeyOf(path[(slash + 1)..]));
    }

    private static string? BucketOfHost(string host)
    {
        if (IPAddress.TryParse(host, out _))
            return null;

        foreach (var suffix in (ReadOnlySpan<string>)[".localhost", ".amazonaws.com"])
        {
            if (!host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
                continue;

            var labels = host[..^suffix.Length].Split('.');
            var service = Array.FindLastIndex(labels, IsServiceLabel);
            var bucketLabels = service < 0 ? labels : labels[..service];
            return bucketLabels.Length == 0 ? null : string.Join('.', bucketLabels);
        }

        return null;
    }

    private static bool IsServiceLabel(string label) =>
        label.Equals("s3", StringComparison.OrdinalIgnoreCase)
        || label.StartsWith("s3-", StringComparison.OrdinalIgnoreCase);

    private static string? KeyOf(string escaped)
    {
        if (escaped.Length == 0)
            return null;

        var key = Decode(escaped);
        var bytes = Encoding.UTF8.GetByteCount(key);
        return bytes <= LongestKey ? key : throw S3Errors.KeyTooLong(bytes);
    }

    private static string Decode(string escaped) => RawTarget.Decode(escaped) ?? throw S3Errors.InvalidUri(escaped);
}
