using Jarpoint.Catalog.Storage;

namespace Jarpoint.Catalog.Classes;

/// <summary>The index as one run holds it: what is stored, and what the run is about to store.</summary>
internal sealed class ClassIndexRun
{
    private readonly ClassIndexStore store;
    private string? eTag;
    private List<ClassRow>? recent;

    private ClassIndexRun(ClassIndexStore store, ClassIndexDocument index, string? eTag)
    {
        this.store = store;
        this.eTag = eTag;
        Index = index;
    }

    /// <summary>As it is stored, or will be by the next save.</summary>
    public ClassIndexDocument Index { get; set; }

    /// <summary>Goes on with what is stored.</summary>
    public static ClassIndexRun Continue(ClassIndexStore store, ClassIndexOutcome.Found found)
        => new(store, found.Index, found.ETag);

    /// <summary>Begins anew, in place of whatever is there.</summary>
    public static ClassIndexRun Begin(ClassIndexStore store, string? eTag)
        => new(store, ClassIndexDocument.Empty(filling: true), eTag);

    /// <summary>States the revision that an index which begins anew is made from; no other is changed.</summary>
    public void StartAt(long revision)
        => Index = Index is { FilledTo: "", Next: 1 } ? Index with { Revision = revision } : Index;

    /// <summary>Puts classes of jars into the recent part; <paramref name="index"/> already says which keys changed.</summary>
    public async Task AddAsync(
        ClassIndexDocument index, IReadOnlyList<(string Entry, ClassCopy Copy)> classes, CancellationToken cancellationToken)
    {
        Index = index;
        if (classes.Count > 0)
        {
            var held = await RecentAsync(cancellationToken);
            recent = [.. ClassRows.Merge(held, ClassRows.Of(classes), index.IsCurrent)];
            Index = index with
            {
                Recent = recent.Count > 0 ? await store.WritePartAsync(recent, cancellationToken) : null,
                RecentCopies = recent.Sum(static row => row.Copies.Count),
            };
        }

        await SaveAsync(cancellationToken);
    }

    /// <summary>Folds the recent part into the next of the others, and saves when that was the last.</summary>
    public async Task FoldNextAsync(int copies, CancellationToken cancellationToken)
    {
        var done = Index.Folded ?? 0;
        var parts = Index.Parts;
        var old = done < parts.Count ? await store.ReadPartAsync(parts[done].Name, cancellationToken) : [];
        var arrived = ClassRows.Between(
            await RecentAsync(cancellationToken),
            done == 0 ? null : parts[done].First,
            done + 1 < parts.Count ? parts[done + 1].First : null);
        var written = new List<ClassPart>();
        foreach (var rows in ClassRows.Cut(ClassRows.Merge(old, arrived, Index.IsCurrent), copies))
        {
            var name = await store.WritePartAsync(rows, cancellationToken);
            written.Add(new ClassPart(name, rows[0].Name.Simple, rows.Sum(static row => row.Copies.Count)));
        }

        Index = Index with
        {
            Parts = [.. parts.Take(done), .. written, .. parts.Skip(done + 1)],
            Folded = done + written.Count,
        };
        if (Index.Folded == Index.Parts.Count)
        {
            Index = Index with
            {
                Folded = null,
                Recent = null,
                RecentCopies = 0,
                Changed = new Dictionary<string, long?>(),
            };
            recent = [];
            await SaveAsync(cancellationToken);
        }
    }

    /// <exception cref="ClassIndexRaceException">Another run saved first.</exception>
    public async Task SaveAsync(CancellationToken cancellationToken)
        => eTag = await store.WriteAsync(Index, eTag, cancellationToken) is PutOutcome.Stored stored
            ? stored.ETag
            : throw new ClassIndexRaceException();

    private async Task<List<ClassRow>> RecentAsync(CancellationToken cancellationToken)
        => recent ??= Index.Recent is { } name ? await store.ReadPartAsync(name, cancellationToken) : [];
}
