using System.Text;
using Jarpoint.Jars.Description;

namespace Jarpoint.Jars.Manifest;

/// <summary>
/// Parses META-INF/MANIFEST.MF. A continuation loses exactly one leading space, and lines are joined as bytes, since
/// a fold at 72 bytes may split a character.
/// https://docs.oracle.com/en/java/javase/21/docs/specs/jar/jar.html#jar-manifest
/// </summary>
internal sealed class ManifestParser
{
    /// <summary>Attributes kept, main section and all others together; digests are not counted.</summary>
    public const int KeptAttributes = 20_000;

    private readonly List<ManifestAttribute> main = [];
    private readonly Dictionary<string, int> places = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<ManifestSection> sections = [];
    private List<ManifestAttribute> current;
    private string? section;
    private int faults;
    private int kept;
    private bool inMain = true;

    private ManifestParser() => current = main;

    public static JarManifest Parse(ReadOnlySpan<byte> bytes)
    {
        var parser = new ManifestParser();
        var lines = new ManifestLines(bytes);
        while (lines.Next())
        {
            parser.Accept(lines.Current);
        }

        parser.EndSection();
        return new JarManifest(parser.main, parser.sections, parser.faults, parser.kept > KeptAttributes);
    }

    private void Accept(ReadOnlySpan<byte> line)
    {
        if (line.IsEmpty)
        {
            EndSection();
            return;
        }

        // Java skips what is not "name: value" no more than it must; a byte order mark is common enough to drop.
        line = line.StartsWith("\uFEFF"u8) ? line[3..] : line;
        var colon = line.IndexOf((byte)':');
        if (colon <= 0 || line[0] == ' ' || line.Length < colon + 2 || line[colon + 1] != ' ')
        {
            faults++;
            if (colon <= 0 || line[0] == ' ')
            {
                return;
            }
        }

        var value = line[(colon + 1)..];
        value = value is [(byte)' ', ..] ? value[1..] : value;
        Add(Encoding.UTF8.GetString(line[..colon]), value);
    }

    private void Add(string name, ReadOnlySpan<byte> value)
    {
        if (!inMain && section is null)
        {
            // The first attribute of a section has to be its name.
            if (name.Equals("Name", StringComparison.OrdinalIgnoreCase))
            {
                section = Encoding.UTF8.GetString(value);
            }
            else
            {
                faults++;
            }

            return;
        }

        if ((!inMain && IsDigest(name)) || ++kept > KeptAttributes)
        {
            return;
        }

        var attribute = new ManifestAttribute(name, Encoding.UTF8.GetString(value));
        if (inMain && !places.TryAdd(name, main.Count))
        {
            main[places[name]] = attribute;
        }
        else
        {
            current.Add(attribute);
        }
    }

    private void EndSection()
    {
        if (section is not null && current.Count > 0)
        {
            sections.Add(new ManifestSection(section, current));
        }

        inMain &= main.Count == 0;
        section = null;
        current = inMain ? main : [];
    }

    private static bool IsDigest(string name)
        => name.EndsWith("-Digest", StringComparison.OrdinalIgnoreCase)
           || name.Contains("-Digest-", StringComparison.OrdinalIgnoreCase);
}
