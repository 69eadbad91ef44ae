using Jarpoint.Catalog.Facts;
using Jarpoint.Jars.Description;

namespace Jarpoint.Catalog.Describing;

/// <summary>The short form of a description.</summary>
internal static class JarFacts
{
    public static JarSummary Summarize(JarDescription jar, string digest) => new()
    {
        Description = digest,
        GroupId = jar.Identity.Coordinates?.GroupId,
        ArtifactId = jar.Identity.Coordinates?.ArtifactId,
        Version = jar.Identity.Coordinates?.Version,
        Evidence = jar.Identity.Evidence,
        Sha256 = jar.Sha256,
        Scala = jar.Scala?.Binary,
        Java = jar.Java?.Release,
        JavaSampled = jar.Java is { Exact: false },
        Classes = jar.Classes.Count,
        Warnings = [.. jar.Warnings.Select(static warning => warning.Code).Distinct().Order(StringComparer.Ordinal)],
    };
}
