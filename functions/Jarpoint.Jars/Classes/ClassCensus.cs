using System.Globalization;
using Jarpoint.Jars.Archive;
using Jarpoint.Jars.Description;

namespace Jarpoint.Jars.Classes;

/// <summary>The class headers of one jar, as they are seen.</summary>
internal sealed class ClassCensus
{
    private int seen;
    private int unreadable;
    private int preview;
    private int highest;
    private int previewRelease;

    public int Seen => seen;

    public void Accept(ReadOnlyMemory<byte> local, EntryLocation location)
    {
        seen++;
        if (ClassHeader.Unpack(local, location) is not { } header)
        {
            unreadable++;
            return;
        }

        highest = Math.Max(highest, header.Release);
        if (header.Preview)
        {
            preview++;
            previewRelease = header.Release;
        }
    }

    /// <summary>The release of <paramref name="classes"/> classes, of which all or some were seen.</summary>
    public JavaRelease? Release(int classes)
        => highest == 0 ? null : new JavaRelease(highest, Exact: seen == classes && unreadable == 0);

    public IEnumerable<JarWarning> Warnings()
    {
        if (unreadable > 0)
        {
            yield return new JarWarning(JarWarningCode.UnreadableClasses, string.Create(
                CultureInfo.InvariantCulture,
                $"{unreadable:N0} of {seen:N0} classes read are no class files or cannot be unpacked."));
        }

        if (preview > 0)
        {
            yield return new JarWarning(JarWarningCode.PreviewClasses, string.Create(
                CultureInfo.InvariantCulture,
                $"{preview:N0} classes use preview features of Java {previewRelease} and load on that release only."));
        }
    }
}
