using System.Globalization;
using System.IO.Hashing;

namespace Jarpoint.Jars.Archive;

/// <summary>Unpacks the entries of one jar within its limits.</summary>
internal sealed class EntryUnpacker(JarLimits limits)
{
    /// <summary>Below this, no ratio is suspicious: a short run of blanks deflates a thousandfold.</summary>
    private const int RatioFrom = 64 << 10;

    private long inflated;

    /// <summary>Unpacks the entry whose local header <paramref name="local"/> begins with.</summary>
    public EntryContent Unpack(ReadOnlyMemory<byte> local, EntryLocation location)
    {
        if (Refuse(location) is { } refused)
        {
            return refused;
        }

        if (LocalHeader.Packed(local, location) is not { } packed || packed.Length != location.Packed)
        {
            return new EntryContent.Unreadable("has no local header, or its bytes lie outside the archive");
        }

        inflated += location.Size;
        return Inflate(packed, location);
    }

    private EntryContent? Refuse(EntryLocation location)
        => location switch
        {
            { Encrypted: true } => new EntryContent.Unreadable("is encrypted"),
            { Readable: false } => new EntryContent.Unreadable(string.Create(
                CultureInfo.InvariantCulture, $"uses compression method {location.Method}, which Java cannot read")),
            _ when location.Size < 0 || location.Packed < 0 => new EntryContent.Unreadable("has a negative size"),
            _ when location.Size > limits.EntryBytes => new EntryContent.OverLimit(
                RejectionReason.EntryTooLarge,
                Sentence($"inflates to {location.Size:N0} bytes, limit {limits.EntryBytes:N0} (JarLimits.EntryBytes)")),
            _ when location.Size >= RatioFrom && location.Size / Math.Max(1, location.Packed) >= limits.Ratio
                => new EntryContent.OverLimit(
                    RejectionReason.RatioTooHigh,
                    Sentence(
                        $"inflates {location.Packed:N0} bytes to {location.Size:N0}, limit {limits.Ratio} to 1 (JarLimits.Ratio)")),
            _ when inflated + location.Size > limits.InflatedBytes => new EntryContent.OverLimit(
                RejectionReason.InflatedTooLarge,
                Sentence(
                    $"brings all entries read to more than {limits.InflatedBytes:N0} bytes (JarLimits.InflatedBytes)")),
            _ => null,
        };

    private static EntryContent Inflate(ReadOnlyMemory<byte> packed, EntryLocation location)
    {
        var bytes = new byte[location.Size];
        try
        {
            using var stream = PackedStream.Open(packed, location);
            if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
            {
                return new EntryContent.Unreadable("ends before its stated size");
            }

            if (stream.ReadByte() >= 0)
            {
                return new EntryContent.Unreadable("is longer than its stated size");
            }
        }
        catch (InvalidDataException)
        {
            return new EntryContent.Unreadable("has damaged compressed bytes");
        }

        return Crc32.HashToUInt32(bytes) == location.Crc
            ? new EntryContent.Unpacked(bytes)
            : new EntryContent.Unreadable("does not match its CRC");
    }

    private static string Sentence(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
