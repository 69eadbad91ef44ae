using System.Buffers.Text;
using System.Security.Cryptography;

namespace Jarpoint.LocalCloud.S3.State;

/// <summary>Opaque ids of 32 characters, as S3 makes them.</summary>
internal static class VersionIds
{
    // A leading hyphen reads as an option on a command line.
    public static string Next() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24)).Replace('-', '.');
}
