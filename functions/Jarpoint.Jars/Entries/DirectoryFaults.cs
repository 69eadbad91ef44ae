using System.Globalization;
using Jarpoint.Jars.Archive;
using Jarpoint.Jars.Description;

namespace Jarpoint.Jars.Entries;

/// <summary>Counts what is odd about a directory and names the first of each kind.</summary>
internal sealed class DirectoryFaults
{
    private int duplicates;
    private int foreignNames;
    private int unsupported;
    private int outside;
    private string firstDuplicate = string.Empty;
    private string firstForeignName = string.Empty;
    private string firstUnsupported = string.Empty;
    private string firstOutside = string.Empty;

    public bool HasDuplicates => duplicates > 0;

    public void Duplicate(ReadOnlySpan<byte> name) => Count(ref duplicates, ref firstDuplicate, name);

    public void Check(ReadOnlySpan<byte> name, EntryLocation location, EndRecord end)
    {
        if (!EntryName.IsUtf8(name))
        {
            Count(ref foreignNames, ref firstForeignName, name);
        }

        if (!location.Readable)
        {
            Count(ref unsupported, ref firstUnsupported, name);
        }

        if (!location.FitsBefore(end.DirectoryOffset))
        {
            Count(ref outside, ref firstOutside, name);
        }
    }

    public IReadOnlyList<JarWarning> ToWarnings(EndRecord end, int entries)
    {
        var warnings = new List<JarWarning>();
        Add(end.Prefix, JarWarningCode.PrependedBytes, $"{end.Prefix:N0} bytes precede the archive.");
        Add(end.TrailingBytes, JarWarningCode.TrailingBytes, $"{end.TrailingBytes:N0} bytes follow the archive.");
        Add(
            end.Entries - entries,
            JarWarningCode.EntryCountDiffers,
            $"The end record counts {end.Entries:N0} entries, the directory holds {entries:N0}.");
        Add(
            duplicates,
            JarWarningCode.DuplicateEntries,
            $"{duplicates:N0} entries repeat a name, first {firstDuplicate}; Java uses the one listed last.");
        Add(
            foreignNames,
            JarWarningCode.NameNotUtf8,
            $"{foreignNames:N0} names are not UTF-8, first {firstForeignName}; Java refuses to open such a jar.");
        Add(
            unsupported,
            JarWarningCode.UnsupportedEntries,
            $"{unsupported:N0} entries are encrypted or packed by an unknown method, first {firstUnsupported}.");
        Add(
            outside,
            JarWarningCode.EntryOutsideArchive,
            $"{outside:N0} entries lie outside the archive, first {firstOutside}.");
        return warnings;

        void Add(long count, string code, FormattableString detail)
        {
            if (count != 0)
            {
                warnings.Add(new JarWarning(code, detail.ToString(CultureInfo.InvariantCulture)));
            }
        }
    }

    private static void Count(ref int count, ref string first, ReadOnlySpan<byte> name)
    {
        if (count++ == 0)
        {
            first = EntryName.Decode(name);
        }
    }
}
