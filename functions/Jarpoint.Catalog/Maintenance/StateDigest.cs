using System.Security.Cryptography;
using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Snapshots;

namespace Jarpoint.Catalog.Maintenance;

/// <summary>SHA-256 of the canonical bytes of a state: equal states have equal digests.</summary>
internal static class StateDigest
{
    public static string Of(CatalogState state)
    {
        using var hash = SHA256.Create();
        using (var stream = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write))
        {
            SnapshotWriter.Write(stream, 0, state);
        }

        return Convert.ToHexStringLower(hash.Hash ?? []);
    }
}
