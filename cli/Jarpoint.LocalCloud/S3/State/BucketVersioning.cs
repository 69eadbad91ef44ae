using System.Text.Json.Serialization;

namespace Jarpoint.LocalCloud.S3.State;

[JsonConverter(typeof(JsonStringEnumConverter<BucketVersioning>))]
public enum BucketVersioning
{
    /// <summary>Never switched on: a write replaces, a delete removes.</summary>
    Off,

    /// <summary>Every write adds a version, a delete adds a marker.</summary>
    Enabled,

    /// <summary>Writes and deletes replace the version called <c>null</c>; older versions stay.</summary>
    Suspended,
}
