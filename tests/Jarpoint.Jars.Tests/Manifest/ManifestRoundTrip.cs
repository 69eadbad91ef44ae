using System.Text;
using FsCheck;
using FsCheck.Xunit;
using Jarpoint.Jars.Description;
using Jarpoint.Jars.Manifest;

namespace Jarpoint.Jars.Tests.Manifest;

public sealed class ManifestRoundTrip
{
    private const int LineBytes = 72;

    [Property(MaxTest = 500)]
    public void Parses_what_a_writer_folded_at_72_bytes(NonEmptyString[] values, bool lineFeedOnly)
    {
        ArgumentNullException.ThrowIfNull(values);
        var attributes = values
            .Select(static (value, index) => new ManifestAttribute($"Attribute-{index}", Printable(value.Get)))
            .ToList();

        var manifest = ManifestParser.Parse(Write(attributes, lineFeedOnly ? "\n"u8 : "\r\n"u8));

        manifest.Main.ShouldBe(attributes);
        manifest.Faults.ShouldBe(0);
    }

    // Long enough to be folded, with characters of two, three and four bytes at every place of the fold.
    private static string Printable(string value)
        => string.Concat(Enumerable.Repeat(
            new string([.. value.Where(static c => !char.IsControl(c) && !char.IsSurrogate(c))]) + "é中😀", 12));

    private static byte[] Write(IEnumerable<ManifestAttribute> attributes, ReadOnlySpan<byte> end)
    {
        using var file = new MemoryStream();
        foreach (var attribute in attributes)
        {
            var line = Encoding.UTF8.GetBytes($"{attribute.Name}: {attribute.Value}");
            for (var at = 0; at < line.Length;)
            {
                var room = at == 0 ? LineBytes : LineBytes - 1;
                file.Write(at == 0 ? [] : " "u8);
                file.Write(line.AsSpan(at, Math.Min(room, line.Length - at)));
                file.Write(end);
                at += room;
            }
        }

        file.Write(end);
        return file.ToArray();
    }
}
