using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Reading;
using Jarpoint.Cli.Entries;
using Jarpoint.Cli.Output;
using Jarpoint.Jars.Versions;

namespace Jarpoint.Cli.Resolve;

/// <summary>Finds the one object that a request means, at one revision.</summary>
internal sealed class JarResolver(CatalogView view)
{
    private const int Named = 5;

    public ResolveOutcome Resolve(JarRequest request) => request switch
    {
        JarRequest.Key key => ByKey(key.Text),
        JarRequest.Exact exact => ByVersion(exact),
        JarRequest.Newest newest => ByRange(newest),
        _ => throw new ArgumentOutOfRangeException(nameof(request), request, null),
    };

    private ResolveOutcome ByKey(string key)
        => !view.TryGet(key, out var entry) ? new ResolveOutcome.Failed("no such key")
            : entry.Rejection is { } rejection
                ? new ResolveOutcome.Failed($"rejected: {RejectionText.Of(rejection.Reason, rejection.Detail)}")
                : new ResolveOutcome.Found(entry);

    private ResolveOutcome ByVersion(JarRequest.Exact exact)
    {
        var known = Versions(exact.Group, exact.Artifact);
        var found = known.Where(one => one.Version.Text == exact.Version).ToList();
        if (found.Count == 0)
        {
            var wanted = MavenVersion.Parse(exact.Version);
            found = [.. known.Where(one => one.Version == wanted)];
        }

        return Only(found, known);
    }

    private ResolveOutcome ByRange(JarRequest.Newest newest)
    {
        var known = Versions(newest.Group, newest.Artifact);
        var inside = known.Where(one => newest.Range?.Contains(one.Version) != false).ToList();
        // A release candidate is in Maven's range too, but it is nobody's choice while there is a release.
        var releases = inside.Where(static one => !one.Version.IsPreRelease).ToList();
        var candidates = releases.Count > 0 ? releases : inside;
        var best = candidates.Max(static one => one.Version);
        return Only([.. candidates.Where(one => one.Version == best)], known);
    }

    private List<(CatalogFact Entry, MavenVersion Version)> Versions(string group, string artifact)
        => [.. EntryFinder.Of(view, group, artifact)
            .Where(static entry => entry.Jar!.Version is not null)
            .Select(static entry => (entry, MavenVersion.Parse(entry.Jar!.Version!)))];

    private static ResolveOutcome Only(
        List<(CatalogFact Entry, MavenVersion Version)> found, List<(CatalogFact Entry, MavenVersion Version)> known)
    {
        if (found.Count == 0)
        {
            var versions = known.Select(static one => one.Version).OrderDescending().Select(static one => one.Text).Distinct();
            return new ResolveOutcome.Failed(known.Count == 0
                ? "no jar has this group and artifact"
                : $"no such version; there is {Some(versions.ToList())}");
        }

        // The same bytes under several keys are one jar.
        return found.Select(static one => Identity(one.Entry)).Distinct().Skip(1).Any()
            ? new ResolveOutcome.Failed(
                $"several different jars say so; name one by its key: {Some([.. found.Select(static one => one.Entry.Key)])}")
            : new ResolveOutcome.Found(found[0].Entry);
    }

    private static string Identity(CatalogFact entry) => entry.Jar?.Sha256 ?? $"{entry.ETag} {entry.Size}";

    private static string Some(List<string> names)
        => string.Join(", ", names.Take(Named)) + (names.Count > Named ? $" and {names.Count - Named} more" : "");
}
