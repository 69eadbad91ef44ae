using Jarpoint.Jars.Description;
using Jarpoint.Jars.Entries;
using Jarpoint.Jars.Identity;
using Jarpoint.Jars.Inference;
using Jarpoint.Jars.Manifest;
using Jarpoint.Jars.Pom;
using Jarpoint.Jars.Reading;

namespace Jarpoint.Jars;

/// <summary>Puts what was taken out of a jar together into its description.</summary>
internal static class JarDescriber
{
    public static JarDescription Describe(string name, FileName fileName, long size, JarContents contents)
    {
        var (directory, evidence) = (contents.Directory, contents.Evidence);
        var clues = new IdentityClues(
            name, fileName, evidence.PomProperties, evidence.PomXml, evidence.Manifest, directory.Packages);
        var (identity, bundled) = IdentityResolver.Resolve(clues);
        var project = Project(identity, contents);
        var artifacts = new ResolvedArtifacts(identity, bundled, project?.Dependencies ?? []);
        var scala = ScalaInference.Of(artifacts, evidence.ScalaLibrary, directory.HasTasty);
        var manifest = evidence.Manifest;
        return new JarDescription
        {
            FileName = name,
            Size = size,
            Sha256 = contents.Sha256,
            ReadWhole = contents.Sha256 is not null,
            Entries = directory.Entries,
            Identity = identity,
            Java = contents.Census.Release(directory.LoadableClasses.Count),
            Scala = scala.Count > 0 ? scala[0] : null,
            Module = Module(contents),
            MultiRelease = IsMultiRelease(manifest),
            VersionedReleases = directory.VersionedReleases,
            MainClass = manifest?["Main-Class"],
            OsgiName = manifest?.Plain("Bundle-SymbolicName"),
            Manifest = manifest?.Main,
            ManifestSections = manifest?.Sections ?? [],
            Dependencies = artifacts.Dependencies,
            Pom = project is not null && IsOf(project, identity.Coordinates) ? project.Text : null,
            Licences = Licences(project, contents),
            Providers = evidence.Providers,
            Signature = SignatureState.Of(directory),
            NestedJars = directory.NestedJars,
            NativeLibraries = directory.NativeLibraries,
            Bundled = bundled,
            ShadedPackages = ShadedPackages.Of(directory.Packages, identity.Coordinates?.GroupId),
            VersionMarks = PlatformVersions.Of(evidence.PlatformVersions, artifacts),
            Packages = directory.Packages,
            Classes = directory.Classes,
            Warnings = JarWarnings.Of(contents, identity, bundled, scala),
            Unread = [.. evidence.Unread.Order(StringComparer.Ordinal)],
        };
    }

    public static bool IsMultiRelease(JarManifest? manifest)
        => string.Equals(manifest?["Multi-Release"], "true", StringComparison.OrdinalIgnoreCase);

    private static PomProject? Project(JarIdentity identity, JarContents contents)
        => identity.Found
            .Where(static found => found.Kind is EvidenceKind.PomProperties or EvidenceKind.PomXml)
            .Select(contents.Evidence.Project)
            .FirstOrDefault(static project => project is not null);

    private static bool IsOf(PomProject project, Coordinates? coordinates)
        => coordinates == new Coordinates(project.GroupId, project.ArtifactId ?? string.Empty, project.Version);

    // The root's module-info.class rules; one under META-INF/versions counts in a multi-release jar only.
    private static JavaModule? Module(JarContents contents)
    {
        var wanted = contents.Directory.Wanted
            .Where(static entry => entry.Role == EntryRole.ModuleInfo)
            .OrderBy(static entry => entry.Name.Length).ThenBy(static entry => entry.Name, StringComparer.Ordinal)
            .FirstOrDefault(entry => entry.Name == "module-info.class" || IsMultiRelease(contents.Evidence.Manifest));
        return wanted is not null
            ? new JavaModule(contents.Evidence.Modules.GetValueOrDefault(wanted.Name), Automatic: false)
            : contents.Evidence.Manifest?["Automatic-Module-Name"] is { } automatic
                ? new JavaModule(automatic, Automatic: true)
                : null;
    }

    private static IReadOnlyList<string> Licences(PomProject? project, JarContents contents)
    {
        var stated = (project?.Licences ?? []).ToList();
        if (contents.Evidence.Manifest?["Bundle-License"] is { } bundle)
        {
            stated.AddRange(OsgiHeader.Values(bundle));
        }

        return [.. (stated.Count > 0 ? stated : [.. contents.Evidence.LicenceTexts]).Distinct(StringComparer.Ordinal)];
    }
}
