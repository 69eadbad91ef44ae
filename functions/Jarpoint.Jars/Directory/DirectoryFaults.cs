using System.Globalization;
using Jarpoint.Jars.Archive;
using Jarpoint.Jars.Description;

namespace Jarpoint.Jars.Directory;

/// <summary>Counts what is odd about a directory and names the first of each kind.</summary>
internal sealed class DirectoryFaults
{
    private int _duplicates;
    private int _foreignNames;
    private int _unsupported;
    private int _outside;
    private string _firstDuplicate = string.Empty;
    private string _firstForeignName = string.Empty;
    private string _firstUnsupported = string.Empty;
    private string _firstOutside = string.Empty;

    public bool HasDuplicates => _duplicates > 0;

    public void Duplicate(ReadOnlySpan<byte> name) => Count(ref _duplicates, ref _firstDuplicate, name);

    public void Check(ReadOnlySpan<byte> name, EntryLocation location, EndRecord end)
    {
        if (!EntryName.IsUtf8(name))
        {
            Count(ref _foreignNames, ref _firstForeignName, name);
        }

        if (!location.Readable)
        {
            Count(ref _unsupported, ref _firstUnsupported, name);
        }

        if (!location.FitsBefore(end.DirectoryOffset))
        {
            Count(ref _outside, ref _firstOutside, name);
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
            _duplicates,
            JarWarningCode.DuplicateEntries,
            $"{_duplicates:N0} entries repeat a name, first {_firstDuplicate}; Java uses the one listed last.");
        Add(
            _foreignNames,
            JarWarningCode.NameNotUtf8,
            $"{_foreignNames:N0} names are not UTF-8, first {_firstForeignName}; Java refuses to open such a jar.");
        Add(
            _unsupported,
            JarWarningCode.UnsupportedEntries,
            $"{_unsupported:N0} entries are encrypted or packed by an unknown method, first {_firstUnsupported}.");
        Add(
            _outside,
            JarWarningCode.EntryOutsideArchive,
            $"{_outside:N0} entries lie outside the archive, first {_firstOutside}.");
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
