using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Reading;
using Jarpoint.Catalog.Storage;

namespace Jarpoint.Cli.Verify;

/// <summary>What the catalog says of the jars against what a listing shows.</summary>
internal static class BucketComparison
{
    /// <summary>Compares all keys below a prefix, in the order of the listing, then what is no longer listed.</summary>
    /// <param name="store">The bucket.</param>
    /// <param name="view">The catalog.</param>
    /// <param name="prefix">Keys below it are compared.</param>
    /// <param name="exact">Whether the store's ETags are those of the bucket; a folder has none.</param>
    /// <param name="listed">Called for each jar of the listing.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    public static async IAsyncEnumerable<VerifyLine> CompareAsync(
        IObjectStore store,
        CatalogView view,
        string prefix,
        bool exact,
        Action listed,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var present = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var found in store.ListAsync(prefix, null, cancellationToken))
        {
            // What the catalog takes for a jar, too.
            if (!found.Key.EndsWith(".jar", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            listed();
            present.Add(found.Key);
            if (Compare(found, view, exact) is { } line)
            {
                yield return line;
            }
        }

        foreach (var entry in view.Entries.Where(entry =>
                     entry.Key.StartsWith(prefix, StringComparison.Ordinal) && !present.Contains(entry.Key)))
        {
            yield return new VerifyLine("gone", entry.Key, "The catalog has it, the bucket has not.");
        }
    }

    private static VerifyLine? Compare(ListedObject found, CatalogView view, bool exact)
        => !view.TryGet(found.Key, out var known)
            ? new VerifyLine("notCatalogued", found.Key, "The bucket has it, the catalog has not.")
            : known.Size != found.Size
                ? new VerifyLine("differs", found.Key, $"The bucket has {found.Size} bytes, the catalog knows {Size(known)}.")
                : exact && known.ETag != found.ETag
                    ? new VerifyLine("differs", found.Key, $"The bucket has the ETag {found.ETag}, the catalog knows {known.ETag}.")
                    : null;

    private static string Size(CatalogFact known) => known.Size is { } size ? $"{size}" : "none";
}
