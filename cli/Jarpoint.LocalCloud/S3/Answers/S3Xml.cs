using System.Globalization;
using System.Text;
using System.Xml;
using Jarpoint.LocalCloud.S3.Checksums;

namespace Jarpoint.LocalCloud.S3.Answers;

/// <summary>The XML of S3 answers.</summary>
internal static class S3Xml
{
    public const string Namespace = "http://s3.amazonaws.com/doc/2006-03-01/";

    private const string OwnerId = "6a617270006f696e7400000000000000000000000000000000006c6f63616c00";

    // A key may hold characters XML 1.0 does not allow. S3 writes them as character references all the same, which is
    // why clients ask for `encoding-type=url`.
    private static readonly XmlWriterSettings Settings = new()
    {
        CheckCharacters = false,
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.Entitize,
    };

    public static byte[] Document(Action<XmlWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, Settings))
            write(xml);
        return buffer.ToArray();
    }

    public static void Element(this XmlWriter xml, string name, string? value)
    {
        if (value is not null)
            xml.WriteElementString(name, value);
    }

    public static void Element(this XmlWriter xml, string name, long value) =>
        xml.WriteElementString(name, value.ToString(CultureInfo.InvariantCulture));

    public static void Element(this XmlWriter xml, string name, bool value) =>
        xml.WriteElementString(name, value ? "true" : "false");

    public static void Element(this XmlWriter xml, string name, DateTimeOffset value) => xml.WriteElementString(
        name, value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'.000Z'", CultureInfo.InvariantCulture));

    public static void ETag(this XmlWriter xml, string etag) => xml.WriteElementString("ETag", $"\"{etag}\"");

    public static void Checksums(this XmlWriter xml, IReadOnlyList<ObjectChecksum> checksums)
    {
        foreach (var checksum in checksums)
        {
            xml.WriteElementString(checksum.Algorithm.XmlElement(), checksum.Value);
            xml.WriteElementString("ChecksumType", checksum.WireType);
        }
    }

    public static void Nested(this XmlWriter xml, string name, Action write)
    {
        xml.WriteStartElement(name);
        write();
        xml.WriteEndElement();
    }

    public static void Owner(this XmlWriter xml, string name = "Owner") => xml.Nested(name, () =>
    {
        xml.WriteElementString("ID", OwnerId);
        xml.WriteElementString("DisplayName", "local");
    });
}
