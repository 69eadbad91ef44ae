using System.Globalization;
using System.Text;
using System.Xml;
using Jarpoint.Jars.Versions;

namespace Jarpoint.Catalog.Maven;

/// <summary>
/// <c>maven-metadata.xml</c>: the versions of an artifact in Maven's order.
/// https://maven.apache.org/ref/3-LATEST/maven-repository-metadata/repository-metadata.html
/// </summary>
internal static class MetadataDocument
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
    };

    /// <param name="artifact">Whose versions.</param>
    /// <param name="versions">At least one.</param>
    /// <param name="updated">When the store had the newest of their jars: a resolver prefers later metadata.</param>
    public static byte[] Of(MavenArtifact artifact, IEnumerable<string> versions, DateTimeOffset updated)
    {
        var ordered = versions.Select(MavenVersion.Parse)
            .Order().ThenBy(static version => version.Text, StringComparer.Ordinal).ToList();
        using var buffer = new MemoryStream();
        using (var writer = XmlWriter.Create(buffer, Settings))
        {
            writer.WriteStartElement("metadata");
            writer.WriteElementString("groupId", artifact.GroupId);
            writer.WriteElementString("artifactId", artifact.ArtifactId);
            writer.WriteStartElement("versioning");
            writer.WriteElementString("latest", ordered[^1].Text);
            if (ordered.FindLast(static version => !version.IsSnapshot) is { } release)
            {
                writer.WriteElementString("release", release.Text);
            }

            writer.WriteStartElement("versions");
            foreach (var version in ordered)
            {
                writer.WriteElementString("version", version.Text);
            }

            writer.WriteEndElement();
            writer.WriteElementString(
                "lastUpdated", updated.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture));
            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        return buffer.ToArray();
    }
}
