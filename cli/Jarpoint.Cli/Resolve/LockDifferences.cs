using Jarpoint.Catalog.Reading;

namespace Jarpoint.Cli.Resolve;

/// <summary>What keeps a lock from being the truth about a catalog. A newer version is none.</summary>
internal static class LockDifferences
{
    /// <summary>One sentence each; empty when the jars of the lock are there as they were.</summary>
    /// <param name="locked">The lock.</param>
    /// <param name="requests">What is asked for now; none for what the lock has.</param>
    /// <param name="view">The catalog.</param>
    public static IReadOnlyList<string> Of(LockFile locked, IReadOnlyList<string> requests, CatalogView view)
    {
        var known = locked.Jars.Select(static jar => jar.Request).ToHashSet(StringComparer.Ordinal);
        var asked = requests.ToHashSet(StringComparer.Ordinal);
        return
        [
            .. requests.Where(request => !known.Contains(request)).Select(static request => $"{request}: not in the lock"),
            .. locked.Jars.Where(jar => asked.Count > 0 && !asked.Contains(jar.Request))
                .Select(static jar => $"{jar.Request}: in the lock, and not asked for"),
            .. locked.Jars.Select(jar => Changed(jar, view)).OfType<string>(),
        ];
    }

    /// <summary>How a jar differs from its lock, or null.</summary>
    public static string? Changed(LockedJar jar, CatalogView view)
        => !view.TryGet(jar.Key, out var entry) ? $"{jar.Key}: gone since the lock was made"
            : !jar.IsSame(entry)
                ? $"{jar.Key}: not the jar that was locked: {Digest(jar.Sha256, jar.ETag)}, now {Digest(entry.Jar?.Sha256, entry.ETag)}"
                : null;

    private static string Digest(string? sha256, string? eTag) => sha256 is null ? $"ETag {eTag}" : $"SHA-256 {sha256}";
}
