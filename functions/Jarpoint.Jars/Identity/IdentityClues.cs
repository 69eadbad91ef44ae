using Jarpoint.Jars.Description;
using Jarpoint.Jars.Manifest;

namespace Jarpoint.Jars.Identity;

/// <summary>All that may tell which artifact a jar is.</summary>
/// <param name="FileNameText">The file name as given.</param>
/// <param name="FileName">The file name, taken apart.</param>
/// <param name="PomProperties">What each <c>pom.properties</c> states, ordered by path.</param>
/// <param name="PomXml">What each <c>pom.xml</c> states, ordered by path.</param>
/// <param name="Manifest">The manifest, or null.</param>
/// <param name="Packages">The jar's packages; they support or belie the only pom of a jar.</param>
internal sealed record IdentityClues(
    string FileNameText,
    FileName FileName,
    IReadOnlyList<IdentityEvidence> PomProperties,
    IReadOnlyList<IdentityEvidence> PomXml,
    JarManifest? Manifest,
    IReadOnlyList<JavaPackage> Packages);
