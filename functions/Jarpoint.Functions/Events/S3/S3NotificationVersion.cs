using System.Globalization;

namespace Jarpoint.Functions.Events.S3;

/// <summary>
/// The rule S3 gives its readers: compare the major version for equality and the minor one for at least, and
/// ignore unknown fields.
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
/// </summary>
internal static class S3NotificationVersion
{
    private const int Major = 2;
    private const int LeastMinor = 0;

    public static bool IsUnderstood(string? version)
        => version?.Split('.') is [var major, var minor]
            && int.TryParse(major, NumberStyles.None, CultureInfo.InvariantCulture, out var majorNumber)
            && int.TryParse(minor, NumberStyles.None, CultureInfo.InvariantCulture, out var minorNumber)
            && majorNumber == Major
            && minorNumber >= LeastMinor;
}
