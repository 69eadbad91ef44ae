using Jarpoint.Jars.Archive;
using Jarpoint.Jars.Description;

namespace Jarpoint.Jars.Directory;

/// <summary>Reads the central directory of one jar in one pass.</summary>
internal sealed class DirectoryScanner(EndRecord end, JarLimits limits)
{
    private readonly DirectoryFaults _faults = new();
    private readonly Dictionary<string, WantedEntry> _wanted = new(StringComparer.Ordinal);
    private readonly PackageCounter _packages = new();
    private readonly SortedSet<int> _releases = [];
    private readonly HashSet<string> _nested = new(StringComparer.Ordinal);
    private readonly HashSet<string> _natives = new(StringComparer.Ordinal);
    private readonly HashSet<string> _signatures = new(StringComparer.Ordinal);
    private readonly HashSet<string> _blocks = new(StringComparer.Ordinal);
    private List<ClassEntry> _classes = [];
    private List<EntryLocation> _loadable = [];
    private bool _tasty;

    public JarDirectory Scan(ReadOnlySpan<byte> directory)
    {
        var entries = DirectoryWalk.Count(directory, end, limits);
        _classes = new List<ClassEntry>(entries);
        _loadable = new List<EntryLocation>(entries);
        using var names = new NameSet(entries);
        for (int index = 0, position = 0; index < entries; index++)
        {
            _ = CentralHeader.TryRead(directory[position..], out var header);
            if (!names.Add(directory, position, header.Name))
            {
                _faults.Duplicate(header.Name);
            }

            Accept(header);
            position += header.Length;
        }

        return new JarDirectory
        {
            Entries = entries,
            Classes = _faults.HasDuplicates ? LastOfEachName(_classes) : _classes,
            LoadableClasses = _loadable,
            Wanted = [.. _wanted.Values.OrderBy(static entry => entry.Location.Offset)],
            Packages = _packages.ToPackages(),
            VersionedReleases = [.. _releases],
            NestedJars = [.. _nested],
            NativeLibraries = [.. _natives],
            SignatureFiles = [.. _signatures],
            SignatureBlocks = [.. _blocks],
            HasTasty = _tasty,
            Warnings = _faults.ToWarnings(end, entries),
        };
    }

    private void Accept(CentralHeader header)
    {
        var location = header.Locate(end.Prefix);
        _faults.Check(header.Name, location, end);
        var role = EntryRoles.Of(header.Name);
        switch (role)
        {
            case EntryRole.None:
                break;
            case EntryRole.Class or EntryRole.ModuleInfo:
                AcceptClass(header, role, location);
                break;
            case EntryRole.Tasty:
                _tasty = true;
                break;
            case EntryRole.NestedJar:
                _nested.Add(EntryName.Decode(header.Name));
                break;
            case EntryRole.NativeLibrary:
                _natives.Add(EntryName.Decode(header.Name));
                break;
            case EntryRole.SignatureFile:
                _signatures.Add(EntryName.Decode(header.Name));
                break;
            case EntryRole.SignatureBlock:
                _blocks.Add(EntryName.Decode(header.Name));
                break;
            default:
                Want(header.Name, role, location);
                break;
        }
    }

    private void AcceptClass(CentralHeader header, EntryRole role, EntryLocation location)
    {
        var name = EntryName.Decode(header.Name[..^".class".Length]);
        _classes.Add(new ClassEntry(name, location.Crc, location.Size));
        if (VersionedName.Release(header.Name) is { } release)
        {
            _releases.Add(release);
        }

        if (role == EntryRole.ModuleInfo)
        {
            Want(header.Name, role, location);
        }
        else if (!header.Name.StartsWith("META-INF/"u8))
        {
            _loadable.Add(location);
            _packages.Add(name);
        }
    }

    // Java looks entries up in a table filled from the first to the last: of equal names the last one is found.
    private void Want(ReadOnlySpan<byte> name, EntryRole role, EntryLocation location)
    {
        var text = EntryName.Decode(name);
        _wanted[role == EntryRole.Manifest ? "META-INF/MANIFEST.MF" : text] = new WantedEntry(text, role, location);
    }

    private static List<ClassEntry> LastOfEachName(List<ClassEntry> classes)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var kept = new List<ClassEntry>(classes.Count);
        for (var index = classes.Count - 1; index >= 0; index--)
        {
            if (seen.Add(classes[index].Name))
            {
                kept.Add(classes[index]);
            }
        }

        kept.Reverse();
        return kept;
    }
}
