using System.Globalization;
using Jarpoint.Jars.Archive;

namespace Jarpoint.Jars.Entries;

/// <summary>Checks the directory's structure once, so that everything after may rely on it.</summary>
internal static class DirectoryWalk
{
    /// <summary>Counts the headers of <paramref name="directory"/>.</summary>
    /// <exception cref="JarRejectedException">The directory is damaged or has too many entries.</exception>
    public static int Count(ReadOnlySpan<byte> directory, EndRecord end, JarLimits limits)
    {
        var count = 0;
        while (!directory.IsEmpty)
        {
            if (!CentralHeader.TryRead(directory, out var header))
            {
                // Whoever signs the directory itself puts a record of another kind behind the last header.
                if (count > 0 && count == end.Entries)
                {
                    break;
                }

                throw new JarRejectedException(RejectionReason.Damaged, string.Create(
                    CultureInfo.InvariantCulture,
                    $"Entry {count + 1:N0} of {end.Entries:N0} has no valid header in the central directory."));
            }

            directory = directory[header.Length..];
            if (++count > limits.Entries)
            {
                throw new JarRejectedException(RejectionReason.TooManyEntries, string.Create(
                    CultureInfo.InvariantCulture,
                    $"The central directory has more than {limits.Entries:N0} entries (JarLimits.Entries)."));
            }
        }

        return count;
    }
}
