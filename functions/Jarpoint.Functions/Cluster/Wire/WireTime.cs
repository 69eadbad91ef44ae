using System.Globalization;

namespace Jarpoint.Functions.Cluster.Wire;

/// <summary>A <c>metav1.Time</c>: RFC 3339, UTC, whole seconds. The server keeps no more than that.</summary>
internal static class WireTime
{
    public static string Of(DateTimeOffset moment)
        => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
