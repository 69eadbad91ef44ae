using System.Text.RegularExpressions;

namespace Jarpoint.LocalCloud.S3;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html</summary>
internal static partial class BucketNames
{
    public static void Verify(string name)
    {
        if (!Shape().IsMatch(name) || name.Contains("..", StringComparison.Ordinal))
            throw S3Errors.InvalidBucketName(name);
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$")]
    private static partial Regex Shape();
}
