using Jarpoint.Catalog.Storage;

namespace Jarpoint.Catalog.Classes;

/// <summary>Deletes parts of the index that no index names any more.</summary>
internal sealed class ClassIndexRetention(IObjectStore store, CatalogLayout layout, TimeProvider time)
{
    /// <summary>
    /// For so long a part without an index may be that of a run that is about to save one. A reader of an earlier index
    /// that finds a part gone reads the index again.
    /// </summary>
    public static TimeSpan Grace { get; } = TimeSpan.FromHours(1);

    public const int MostAtOnce = 200;

    /// <summary>Deletes some of them; the next run goes on. A refused deletion only costs storage.</summary>
    public async Task ApplyAsync(ClassIndexDocument index, CancellationToken cancellationToken)
    {
        var prefix = new ClassIndexStore(store, layout).Prefix;
        var named = index.Parts.Select(static part => part.Name).Append(index.Recent)
            .Select(name => prefix + name).ToHashSet(StringComparer.Ordinal);
        var before = time.GetUtcNow() - Grace;
        var left = new List<string>();
        await foreach (var listed in store.ListAsync(prefix + "parts/", null, cancellationToken))
        {
            if (!named.Contains(listed.Key) && listed.LastModified < before && left.Count < MostAtOnce)
            {
                left.Add(listed.Key);
            }
        }

        try
        {
            foreach (var key in left)
            {
                await store.DeleteAsync(key, cancellationToken);
            }
        }
        catch (ObjectAccessDeniedException)
        {
            // The snapshots' retention already warns of a bucket that allows no deletion.
        }
    }
}
