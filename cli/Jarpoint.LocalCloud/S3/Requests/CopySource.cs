using Jarpoint.LocalCloud.Wire;

namespace Jarpoint.LocalCloud.S3.Requests;

/// <summary>
/// <c>x-amz-copy-source</c>: bucket and key, percent-encoded (some clients encode the slash between them too), an
/// optional slash before and an optional <c>?versionId=</c> behind.
/// </summary>
internal sealed record CopySource(string Bucket, string Key, string? VersionId)
{
    private const string VersionMark = "?versionId=";

    public static CopySource Parse(string header)
    {
        var mark = header.LastIndexOf(VersionMark, StringComparison.Ordinal);
        var path = RawTarget.Decode(mark < 0 ? header : header[..mark]);
        if (path?.StartsWith("arn:", StringComparison.Ordinal) == true)
            throw S3Errors.NotEmulated("a copy source that is an ARN");

        path = path?.TrimStart('/');
        var slash = path?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        if (path is null || slash <= 0 || slash == path.Length - 1)
        {
            throw S3Errors.InvalidArgument(
                "x-amz-copy-source", header, "Copy Source must mention the source bucket and key: sourcebucket/sourcekey");
        }

        return new CopySource(
            path[..slash], path[(slash + 1)..], mark < 0 ? null : RawTarget.Decode(header[(mark + VersionMark.Length)..]));
    }
}
