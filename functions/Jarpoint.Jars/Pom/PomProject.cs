using Jarpoint.Jars.Description;

namespace Jarpoint.Jars.Pom;

/// <summary>
/// What one <c>pom.xml</c> states, the parent's coordinates filled in and local placeholders resolved.
/// </summary>
internal sealed record PomProject(
    string? GroupId,
    string? ArtifactId,
    string? Version,
    IReadOnlyList<string> Licences,
    IReadOnlyList<DeclaredDependency> Dependencies);
