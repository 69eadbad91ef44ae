using System.Globalization;
using System.Text;
using Jarpoint.Jars.Description;

namespace Jarpoint.Jars.Tests.RealJars;

/// <summary>Writes a description as a few lines for a person to review.</summary>
internal static class DescriptionText
{
    public static string Of(string label, JarDescription jar)
    {
        var text = new StringBuilder();
        Line("sha256", jar.Sha256);
        Line("is", $"{jar.Identity.Coordinates?.ToString() ?? "?"}, by {jar.Identity.Evidence}: {(jar.Identity.Found is [var winner, ..] ? winner.Path : "")}");
        Lines("disagrees", jar.Identity.Disagreements);
        Line("bundles", Count(jar.Bundled.Select(static each => $"{each.GroupId}:{each.ArtifactId}:{each.Version}")));
        Line("java", jar.Java is { } java ? Text($"{java.Release}{(java.Exact ? "" : " sampled")}") : null);
        Line("versioned", jar.VersionedReleases.Count == 0 ? null
            : string.Join(' ', jar.VersionedReleases) + (jar.MultiRelease ? "" : " without Multi-Release"));
        Line("scala", jar.Scala is { } scala ? $"{scala.Binary}, {scala.Evidence}" : null);
        Line("module", jar.Module is { } module ? module.Name + (module.Automatic ? ", automatic" : "") : null);
        Line("osgi", jar.OsgiName);
        Line("main", jar.MainClass);
        Line("holds", Text($"{jar.Entries} entries, {jar.Classes.Count} classes, {jar.Packages.Count} packages"));
        Line("providers", Count(jar.Providers.Select(static each => $"{each.Service}={each.Implementations.Count}")));
        Line("dependencies", Count(
            jar.Dependencies.Select(static each => $"{each.GroupId}:{each.ArtifactId}:{each.Version}")));
        Line("licences", jar.Licences.Count == 0 ? null : string.Join(" | ", jar.Licences));
        Line("signed by", jar.Signature is { } signature ? string.Join(' ', signature.Files) : null);
        Line("nested", Count(jar.NestedJars));
        Line("native", Count(jar.NativeLibraries));
        Line("shaded", Count(jar.ShadedPackages));
        Lines("mark", [.. jar.VersionMarks.Select(static mark => $"{mark.Product} {mark.Version}, {mark.Source}")]);
        Lines("warning", [.. jar.Warnings.Select(static warning => $"{warning.Code}: {warning.Detail}")]);
        return $"{label}\n{text}";

        void Line(string name, string? value)
        {
            if (value is not null)
            {
                text.Append("  ").Append(name).Append(": ").Append(value).Append('\n');
            }
        }

        void Lines(string name, IReadOnlyList<string> values)
        {
            foreach (var value in values)
            {
                Line(name, value);
            }
        }
    }

    private static string? Count(IEnumerable<string> values)
    {
        var all = values.ToList();
        return all.Count == 0 ? null : Text($"{all.Count}, {string.Join(' ', all.Take(3))}");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
