using System.Globalization;
using Jarpoint.Catalog.Facts;
using Jarpoint.Cli.Output;
using Jarpoint.Jars.Description;

namespace Jarpoint.Cli.Entries;

/// <summary>A jar in words: a line per thing that is known.</summary>
internal sealed class JarText(TextWriter output)
{
    private const int Listed = 20;

    public async Task WriteAsync(CatalogFact entry, JarDescription? jar, IReadOnlyList<CatalogFact> newer)
    {
        await output.WriteLineAsync(Printable.OneLine(EntryText.Coordinates(entry)));
        await LineAsync("key", entry.Key);
        await LineAsync("rejected", entry.Rejection?.Detail);
        await LineAsync("size", entry.Size is { } size
            ? string.Create(CultureInfo.InvariantCulture, $"{EntryText.Size(entry)} ({size} bytes)")
            : null);
        await LineAsync("sha256", entry.Jar?.Sha256);
        await LineAsync("version id", entry.VersionId);
        await LineAsync("seen", EntryText.Time(entry.At) + " UTC");
        await LineAsync("evidence", entry.Jar is { } summary ? CamelCase.Of(summary.Evidence) : null);
        if (jar is not null)
        {
            await DescribeAsync(jar);
        }

        await ListAsync("superseded by", newer.Select(static one => $"{EntryText.Coordinates(one)}  {one.Key}"));
    }

    private async Task DescribeAsync(JarDescription jar)
    {
        await ListAsync("found", jar.Identity.Found.Select(static found
            => $"{CamelCase.Of(found.Kind)} {found.GroupId ?? "?"}:{found.ArtifactId ?? "?"}:{found.Version ?? "?"} in {found.Path}"));
        await ListAsync("disagreements", jar.Identity.Disagreements);
        await LineAsync("java", jar.Java is { } java
            ? string.Create(CultureInfo.InvariantCulture, $"{java.Release}{(java.Exact ? "" : ", sampled")}")
            : null);
        await LineAsync("scala", jar.Scala is { } scala ? $"{scala.Binary}, by {scala.Evidence}" : null);
        await LineAsync("module", jar.Module?.Name);
        await LineAsync("main class", jar.MainClass);
        await LineAsync("multi-release", jar.MultiRelease ? string.Join(", ", jar.VersionedReleases) : null);
        await LineAsync("classes", jar.Classes.Count.ToString(CultureInfo.InvariantCulture));
        await LineAsync("signed", jar.Signature is { } signature ? string.Join(", ", signature.Files) : null);
        await ListAsync("built for", jar.VersionMarks.Select(static mark => $"{mark.Product} {mark.Version}, by {mark.Source}"));
        await ListAsync("providers", jar.Providers.SelectMany(static provider
            => provider.Implementations.Select(name => $"{provider.Service}: {name}")));
        await ListAsync("dependencies", jar.Dependencies.Select(static on
            => $"{on.GroupId}:{on.ArtifactId}:{on.Version ?? "?"}{(on.Scope is null ? "" : $" ({on.Scope})")}"));
        await ListAsync("bundled", jar.Bundled.Select(static part
            => $"{part.GroupId ?? "?"}:{part.ArtifactId ?? "?"}:{part.Version ?? "?"}"));
        await ListAsync("shaded packages", jar.ShadedPackages);
        await ListAsync("nested jars", jar.NestedJars);
        await ListAsync("native libraries", jar.NativeLibraries);
        await ListAsync("licences", jar.Licences);
        await ListAsync("warnings", jar.Warnings.Select(static warning => $"{warning.Code}: {warning.Detail}"));
    }

    private async Task LineAsync(string label, string? value)
    {
        if (value is { Length: > 0 })
        {
            await output.WriteLineAsync($"  {label + ":",-17}{Printable.OneLine(value)}");
        }
    }

    private async Task ListAsync(string label, IEnumerable<string> values)
    {
        var all = values.ToList();
        for (var i = 0; i < Math.Min(all.Count, Listed); i++)
        {
            await output.WriteLineAsync($"  {(i == 0 ? label + ":" : ""),-17}{Printable.OneLine(all[i])}");
        }

        if (all.Count > Listed)
        {
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"  {"",-17}and {all.Count - Listed} more; --json has all"));
        }
    }
}
