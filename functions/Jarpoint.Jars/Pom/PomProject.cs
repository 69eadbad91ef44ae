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
    IReadOnlyList<DeclaredDependency> Dependencies)
{
    /// <summary>The whole file, when it needs no other to be understood; see <see cref="PomDraft.StandsAlone"/>.</summary>
    public string? Text { get; init; }
}
