using System.Globalization;
using Jarpoint.Jars.Archive;
using Jarpoint.Jars.Description;

namespace Jarpoint.Jars.Classes;

/// <summary>The class headers of one jar, as they are seen.</summary>
internal sealed class ClassCensus
{
    private int _seen;
    private int _unreadable;
    private int _preview;
    private int _highest;
    private int _previewRelease;

    public int Seen => _seen;

    public void Accept(ReadOnlyMemory<byte> local, EntryLocation location)
    {
        _seen++;
        if (ClassHeader.Unpack(local, location) is not { } header)
        {
            _unreadable++;
            return;
        }

        _highest = Math.Max(_highest, header.Release);
        if (header.Preview)
        {
            _preview++;
            _previewRelease = header.Release;
        }
    }

    /// <summary>The release of <paramref name="classes"/> classes, of which all or some were seen.</summary>
    public JavaRelease? Release(int classes)
        => _highest == 0 ? null : new JavaRelease(_highest, Exact: _seen == classes && _unreadable == 0);

    public IEnumerable<JarWarning> Warnings()
    {
        if (_unreadable > 0)
        {
            yield return new JarWarning(JarWarningCode.UnreadableClasses, string.Create(
                CultureInfo.InvariantCulture,
                $"{_unreadable:N0} of {_seen:N0} classes read are no class files or cannot be unpacked."));
        }

        if (_preview > 0)
        {
            yield return new JarWarning(JarWarningCode.PreviewClasses, string.Create(
                CultureInfo.InvariantCulture,
                $"{_preview:N0} classes use preview features of Java {_previewRelease} and load on that release only."));
        }
    }
}
