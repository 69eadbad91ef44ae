using Jarpoint.Catalog.Reading;
using Jarpoint.Cli.Catalog;
using Jarpoint.Cli.Output;
using Jarpoint.Cli.Resolve;

namespace Jarpoint.Cli.Check;

/// <summary>Finds the jars of a job in the catalog, whatever way they are named.</summary>
/// <param name="source">The catalog.</param>
/// <param name="view">The revision that is checked.</param>
/// <param name="mountpoint">Where pods see the bucket.</param>
internal sealed class JarLocator(CatalogSource source, CatalogView view, string mountpoint)
{
    private static readonly string[] Buckets = ["s3://", "s3a://", "s3n://"];

    public async Task<CheckedJar> FindAsync(string name, CancellationToken cancellationToken)
    {
        var found = Find(name);
        if (found.Entry is not { } entry)
        {
            return found;
        }

        if (entry.Rejection is { } rejection)
        {
            return Faulty(name, CheckedJarFaultKind.Rejected, RejectionText.Of(rejection.Reason, rejection.Detail));
        }

        return await source.DescribeAsync(entry, cancellationToken) is { } jar
            ? found with { Jar = jar }
            : Faulty(name, CheckedJarFaultKind.Missing, "its description is not in the catalog; jarpoint verify tells more");
    }

    private CheckedJar Find(string name)
    {
        if (view.TryGet(name, out var entry))
        {
            return new CheckedJar(name) { Entry = entry };
        }

        if (name.StartsWith("local:", StringComparison.Ordinal) || name.StartsWith("file:", StringComparison.Ordinal))
        {
            return OfFile(name);
        }

        if (Array.Find(Buckets, scheme => name.StartsWith(scheme, StringComparison.Ordinal)) is { } bucket)
        {
            return OfBucket(name, name[bucket.Length..]);
        }

        return name.Contains("://", StringComparison.Ordinal)
            ? Faulty(name, CheckedJarFaultKind.Elsewhere, "it is fetched from elsewhere and was not checked")
            : new JarResolver(view).Resolve(JarRequest.Parse(name)) switch
            {
                ResolveOutcome.Found(var resolved) => new CheckedJar(name) { Entry = resolved },
                ResolveOutcome.Failed(var reason) => Faulty(name, CheckedJarFaultKind.Missing, reason),
                var other => throw new InvalidOperationException($"Unknown outcome {other}."),
            };
    }

    private CheckedJar OfFile(string name)
    {
        if (SparkLocation.KeyOf(mountpoint, name) is { } key)
        {
            return Known(name, key);
        }

        // Another mountpoint than ours: the end of the path is the key, then. The longest end that is one counts.
        var path = Uri.UnescapeDataString(name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..]).TrimStart('/');
        for (var rest = path; rest.Length > 0; rest = rest.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash ? rest[(slash + 1)..] : "")
        {
            if (view.TryGet(rest, out var entry))
            {
                return new CheckedJar(name) { Entry = entry };
            }
        }

        return Faulty(
            name,
            CheckedJarFaultKind.Elsewhere,
            $"it is not below {mountpoint}, and no key ends its path: in the image, or not there (--mountpoint names another place)");
    }

    private CheckedJar OfBucket(string name, string address)
    {
        var parts = address.Split('/', 2);
        return source.Place is CatalogPlace.Bucket { Name: var bucket } && parts[0] != bucket
            ? Faulty(name, CheckedJarFaultKind.Elsewhere, $"it is in another bucket than the catalog's, {bucket}, and was not checked")
            : Known(name, parts is [_, var key] ? key : "");
    }

    private CheckedJar Known(string name, string key)
        => view.TryGet(key, out var entry)
            ? new CheckedJar(name) { Entry = entry }
            : Faulty(name, CheckedJarFaultKind.Missing, $"no such key at revision {view.Revision}: {key}");

    private static CheckedJar Faulty(string name, CheckedJarFaultKind kind, string detail)
        => new(name) { Fault = new CheckedJarFault(kind, detail) };
}
