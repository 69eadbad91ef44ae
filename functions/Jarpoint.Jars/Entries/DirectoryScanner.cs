using Jarpoint.Jars.Archive;
using Jarpoint.Jars.Description;

namespace Jarpoint.Jars.Entries;

/// <summary>Reads the central directory of one jar in one pass.</summary>
internal sealed class DirectoryScanner(EndRecord end, JarLimits limits)
{
    private readonly DirectoryFaults faults = new();
    private readonly Dictionary<string, WantedEntry> wanted = new(StringComparer.Ordinal);
    private readonly PackageCounter packages = new();
    private readonly SortedSet<int> releases = [];
    private readonly HashSet<string> nested = new(StringComparer.Ordinal);
    private readonly HashSet<string> natives = new(StringComparer.Ordinal);
    private readonly HashSet<string> signatures = new(StringComparer.Ordinal);
    private readonly HashSet<string> blocks = new(StringComparer.Ordinal);
    private List<ClassEntry> classes = [];
    private List<EntryLocation> loadable = [];
    private bool tasty;

    public JarDirectory Scan(ReadOnlySpan<byte> directory)
    {
        var entries = DirectoryWalk.Count(directory, end, limits);
        classes = new List<ClassEntry>(entries);
        loadable = new List<EntryLocation>(entries);
        using var names = new NameSet(entries);
        for (int index = 0, position = 0; index < entries; index++)
        {
            _ = CentralHeader.TryRead(directory[position..], out var header);
            if (!names.Add(directory, position, header.Name))
            {
                faults.Duplicate(header.Name);
            }

            Accept(header);
            position += header.Length;
        }

        return new JarDirectory
        {
            Entries = entries,
            Classes = faults.HasDuplicates ? LastOfEachName(classes) : classes,
            LoadableClasses = loadable,
            Wanted = [.. wanted.Values.OrderBy(static entry => entry.Location.Offset)],
            Packages = packages.ToPackages(),
            VersionedReleases = [.. releases],
            NestedJars = [.. nested],
            NativeLibraries = [.. natives],
            SignatureFiles = [.. signatures],
            SignatureBlocks = [.. blocks],
            HasTasty = tasty,
            Warnings = faults.ToWarnings(end, entries),
        };
    }

    private void Accept(CentralHeader header)
    {
        var location = header.Locate(end.Prefix);
        faults.Check(header.Name, location, end);
        var role = EntryRoles.Of(header.Name);
        switch (role)
        {
            case EntryRole.None:
                break;
            case EntryRole.Class or EntryRole.ModuleInfo:
                AcceptClass(header, role, location);
                break;
            case EntryRole.Tasty:
                tasty = true;
                break;
            case EntryRole.NestedJar:
                nested.Add(EntryName.Decode(header.Name));
                break;
            case EntryRole.NativeLibrary:
                natives.Add(EntryName.Decode(header.Name));
                break;
            case EntryRole.SignatureFile:
                signatures.Add(EntryName.Decode(header.Name));
                break;
            case EntryRole.SignatureBlock:
                blocks.Add(EntryName.Decode(header.Name));
                break;
            default:
                Want(header.Name, role, location);
                break;
        }
    }

    private void AcceptClass(CentralHeader header, EntryRole role, EntryLocation location)
    {
        var name = EntryName.Decode(header.Name[..^".class".Length]);
        classes.Add(new ClassEntry(name, location.Crc, location.Size));
        if (VersionedName.Release(header.Name) is { } release)
        {
            releases.Add(release);
        }

        if (role == EntryRole.ModuleInfo)
        {
            Want(header.Name, role, location);
        }
        else if (!header.Name.StartsWith("META-INF/"u8))
        {
            loadable.Add(location);
            packages.Add(name);
        }
    }

    // Java looks entries up in a table filled from the first to the last: of equal names the last one is found.
    private void Want(ReadOnlySpan<byte> name, EntryRole role, EntryLocation location)
    {
        var text = EntryName.Decode(name);
        wanted[role == EntryRole.Manifest ? "META-INF/MANIFEST.MF" : text] = new WantedEntry(text, role, location);
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
