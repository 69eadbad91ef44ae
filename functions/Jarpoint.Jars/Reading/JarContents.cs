using Jarpoint.Jars.Archive;
using Jarpoint.Jars.Classes;
using Jarpoint.Jars.Entries;
using Jarpoint.Jars.Evidence;

namespace Jarpoint.Jars.Reading;

/// <summary>All that was taken out of one jar.</summary>
internal sealed record JarContents(JarDirectory Directory, JarEvidence Evidence, ClassCensus Census)
{
    /// <summary>Lower-case hexadecimal; null unless every byte was read.</summary>
    public string? Sha256 { get; init; }

    public static void CheckSize(EndRecord end, JarLimits limits)
    {
        if (end.DirectoryBytes > limits.DirectoryBytes)
        {
            var (bytes, limit) = (end.DirectoryBytes, limits.DirectoryBytes);
            throw new JarRejectedException(RejectionReason.DirectoryTooLarge, FormattableString.Invariant(
                $"The central directory has {bytes:N0} bytes, limit {limit:N0} (JarLimits.DirectoryBytes)."));
        }
    }
}
