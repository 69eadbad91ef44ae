using System.Text;
using System.Xml;
using Jarpoint.Jars.Description;

namespace Jarpoint.Catalog.Maven;

/// <summary>
/// The pom of a jar: its own where that stands alone, else one that states its coordinates and what it needs to run. A
/// parent is no jar and so is never in the bucket: a pom that names one cannot be resolved from here.
/// </summary>
internal static class PomDocument
{
    private const string Namespace = "http://maven.apache.org/POM/4.0.0";

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
    };

    /// <param name="coordinates">Of the jar.</param>
    /// <param name="jar">Its description; null when that cannot be read.</param>
    public static byte[] Of(MavenCoordinates coordinates, JarDescription? jar)
        => jar is { Pom: { } own, Identity.Coordinates: { } stated }
            && stated == new Coordinates(coordinates.Artifact.GroupId, coordinates.Artifact.ArtifactId, coordinates.Version)
                ? Encoding.UTF8.GetBytes(own)
                : Minimal(coordinates, jar?.Dependencies ?? []);

    private static byte[] Minimal(MavenCoordinates coordinates, IReadOnlyList<DeclaredDependency> declared)
    {
        // Whoever depends on this jar never gets its dependencies of any other scope.
        var needed = declared.Where(static each => !each.Optional && each.Scope is null or "compile" or "runtime").ToList();
        using var buffer = new MemoryStream();
        using (var writer = XmlWriter.Create(buffer, Settings))
        {
            writer.WriteStartElement("project", Namespace);
            Text(writer, "modelVersion", "4.0.0");
            Text(writer, "groupId", coordinates.Artifact.GroupId);
            Text(writer, "artifactId", coordinates.Artifact.ArtifactId);
            Text(writer, "version", coordinates.Version);
            foreach (var unknown in needed.Where(static each => !IsKnown(each)))
            {
                writer.WriteComment($" Left out, its version is in another pom: {unknown.GroupId}:{unknown.ArtifactId} ");
            }

            writer.WriteStartElement("dependencies", Namespace);
            foreach (var dependency in needed.Where(IsKnown))
            {
                Dependency(writer, dependency);
            }

            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        return buffer.ToArray();
    }

    private static void Dependency(XmlWriter writer, DeclaredDependency dependency)
    {
        writer.WriteStartElement("dependency", Namespace);
        Text(writer, "groupId", dependency.GroupId);
        Text(writer, "artifactId", dependency.ArtifactId);
        Text(writer, "version", dependency.Version);
        Text(writer, "classifier", dependency.Classifier);
        Text(writer, "type", dependency.Type);
        Text(writer, "scope", dependency.Scope);
        if (dependency.Exclusions is { Count: > 0 } exclusions)
        {
            writer.WriteStartElement("exclusions", Namespace);
            foreach (var exclusion in exclusions)
            {
                var (group, artifact) = exclusion.Split(':', 2) is [var left, var right] ? (left, right) : (exclusion, "*");
                writer.WriteStartElement("exclusion", Namespace);
                Text(writer, "groupId", group);
                Text(writer, "artifactId", artifact);
                writer.WriteEndElement();
            }

            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private static void Text(XmlWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteElementString(name, Namespace, value);
        }
    }

    private static bool IsKnown(DeclaredDependency dependency) => dependency.Version is { Length: > 0 } version
        && !$"{dependency.GroupId}{dependency.ArtifactId}{version}{dependency.Classifier}"
            .Contains("${", StringComparison.Ordinal);
}
