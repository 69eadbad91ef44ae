using Jarpoint.Jars.Description;
using Jarpoint.Jars.Entries;
using Jarpoint.Jars.Inference;
using Jarpoint.Jars.Manifest;
using Jarpoint.Jars.Reading;

namespace Jarpoint.Jars;

/// <summary>What a person should know about a jar, from everything that was read of it.</summary>
internal static class JarWarnings
{
    public static IReadOnlyList<JarWarning> Of(
        JarContents contents,
        JarIdentity identity,
        IReadOnlyList<IdentityEvidence> bundled,
        IReadOnlyList<ScalaVersion> scala)
        => [.. contents.Directory.Warnings
            .Concat(contents.Evidence.Warnings)
            .Concat(OfManifest(contents))
            .Concat(contents.Census.Warnings())
            .Concat(SignatureState.Warnings(contents.Directory))
            .Concat(OfIdentity(identity, bundled))
            .Concat(OfScala(scala))
            .Concat(OfContents(contents))];

    private static IEnumerable<JarWarning> OfManifest(JarContents contents)
    {
        var manifest = contents.Evidence.Manifest;
        if (!contents.Directory.Wanted.Any(static entry => entry.Role == EntryRole.Manifest))
        {
            yield return new JarWarning(JarWarningCode.NoManifest, "There is no META-INF/MANIFEST.MF.");
        }

        if (manifest?.Faults > 0)
        {
            yield return new JarWarning(
                JarWarningCode.ManifestSyntax,
                FormattableString.Invariant(
                    $"{manifest.Faults:N0} lines of the manifest break the JAR specification."));
        }

        if (manifest?.Abridged == true)
        {
            yield return new JarWarning(
                JarWarningCode.Abridged,
                FormattableString.Invariant(
                    $"More than {ManifestParser.KeptAttributes:N0} manifest attributes; the rest is left out."));
        }
    }

    private static IEnumerable<JarWarning> OfIdentity(JarIdentity identity, IReadOnlyList<IdentityEvidence> bundled)
    {
        if (identity.Disagreements.Count > 0)
        {
            yield return new JarWarning(JarWarningCode.IdentityDisagrees, string.Join(' ', identity.Disagreements));
        }

        if (bundled.Count > 0 && identity.Evidence is not (EvidenceKind.PomProperties or EvidenceKind.PomXml))
        {
            var (group, artifact) = (bundled[0].GroupId, bundled[0].ArtifactId);
            yield return new JarWarning(JarWarningCode.NoOwnPom, FormattableString.Invariant(
                $"{bundled.Count:N0} poms inside, first {group}:{artifact}, none fits the jar itself."));
        }
    }

    private static IEnumerable<JarWarning> OfScala(IReadOnlyList<ScalaVersion> scala)
    {
        if (scala.Count > 1)
        {
            yield return new JarWarning(
                JarWarningCode.MixedScala,
                string.Join(", ", scala.Select(static version => $"{version.Binary} by {version.Evidence}")) + ".");
        }
    }

    private static IEnumerable<JarWarning> OfContents(JarContents contents)
    {
        if (contents.Directory.VersionedReleases.Count > 0 && contents.Evidence.Manifest is { } manifest
            && !JarDescriber.IsMultiRelease(manifest))
        {
            yield return new JarWarning(
                JarWarningCode.VersionsWithoutMultiRelease,
                "Classes under META-INF/versions without Multi-Release: true; Java ignores them.");
        }

        if (contents.Directory.NestedJars.Count > 0)
        {
            var nested = contents.Directory.NestedJars.Count;
            yield return new JarWarning(JarWarningCode.NestedJars, FormattableString.Invariant(
                $"{nested:N0} jars inside, whose classes a Spark class loader does not see."));
        }
    }
}
