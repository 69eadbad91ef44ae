using System.Text;
using Jarpoint.Jars.Description;

namespace Jarpoint.Jars.Manifest;

/// <summary>
/// Parses META-INF/MANIFEST.MF. A continuation loses exactly one leading space, and lines are joined as bytes, since
/// a fold at 72 bytes may split a character. https://docs.oracle.com/en/java/javase/21/docs/specs/jar/jar.html#jar-manifest
/// </summary>
internal sealed class ManifestParser
{
    /// <summary>Attributes kept, main section and all others together; digests are not counted.</summary>
    public const int KeptAttributes = 20_000;

    private readonly List<ManifestAttribute> _main = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<ManifestSection> _sections = [];
    private List<ManifestAttribute> _current;
    private string? _section;
    private int _faults;
    private int _kept;
    private bool _inMain = true;

    private ManifestParser() => _current = _main;

    public static JarManifest Parse(ReadOnlySpan<byte> bytes)
    {
        var parser = new ManifestParser();
        var lines = new ManifestLines(bytes);
        while (lines.Next())
        {
            parser.Accept(lines.Current);
        }

        parser.EndSection();
        return new JarManifest(parser._main, parser._sections, parser._faults, parser._kept > KeptAttributes);
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
            _faults++;
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
        if (!_inMain && _section is null)
        {
            // The first attribute of a section has to be its name.
            if (name.Equals("Name", StringComparison.OrdinalIgnoreCase))
            {
                _section = Encoding.UTF8.GetString(value);
            }
            else
            {
                _faults++;
            }

            return;
        }

        if ((!_inMain && IsDigest(name)) || ++_kept > KeptAttributes)
        {
            return;
        }

        var attribute = new ManifestAttribute(name, Encoding.UTF8.GetString(value));
        if (_inMain && !_places.TryAdd(name, _main.Count))
        {
            _main[_places[name]] = attribute;
        }
        else
        {
            _current.Add(attribute);
        }
    }

    private void EndSection()
    {
        if (_section is not null && _current.Count > 0)
        {
            _sections.Add(new ManifestSection(_section, _current));
        }

        _inMain &= _main.Count == 0;
        _section = null;
        _current = _inMain ? _main : [];
    }

    private static bool IsDigest(string name)
        => name.EndsWith("-Digest", StringComparison.OrdinalIgnoreCase)
           || name.Contains("-Digest-", StringComparison.OrdinalIgnoreCase);
}
