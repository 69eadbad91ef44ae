using Jarpoint.Catalog.Storage;

namespace Jarpoint.Catalog.Classes;

/// <summary>
/// Answers which jars have a class from the index: three reads for a name, however many jars there are; more for the
/// beginning of a name where its classes lie in several parts.
/// </summary>
public sealed class ClassFinder(IObjectStore store, CatalogLayout layout)
{
    private readonly ClassIndexStore index = new(store, layout);

    public async Task<ClassFindOutcome> FindAsync(ClassQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        try
        {
            // A part that is gone was folded into others meanwhile, once; after that it is lost.
            return await TryFindAsync(query, cancellationToken)
                ?? await TryFindAsync(query, cancellationToken)
                ?? new ClassFindOutcome.NoIndex("has lost a part");
        }
        catch (CatalogDamagedException damaged)
        {
            return new ClassFindOutcome.NoIndex($"is damaged: {damaged.Message}");
        }
    }

    private async Task<ClassFindOutcome?> TryFindAsync(ClassQuery query, CancellationToken cancellationToken)
    {
        switch (await index.ReadAsync(cancellationToken))
        {
            case ClassIndexOutcome.Missing:
                return new ClassFindOutcome.NoIndex("is not there");
            case ClassIndexOutcome.Damaged damaged:
                return new ClassFindOutcome.NoIndex($"is damaged: {damaged.Detail}");
            case ClassIndexOutcome.Found { Index: { IsComplete: false } }:
                return new ClassFindOutcome.NoIndex("is still being made");
            case ClassIndexOutcome.Found(var at, _):
                return await FindInAsync(at, query, cancellationToken);
            default:
                throw new InvalidOperationException("Unknown outcome.");
        }
    }

    private async Task<ClassFindOutcome?> FindInAsync(
        ClassIndexDocument at, ClassQuery query, CancellationToken cancellationToken)
    {
        var parts = at.Parts
            .Where((part, i) => query.MayBeIn(i == 0 ? null : part.First, i + 1 < at.Parts.Count ? at.Parts[i + 1].First : null))
            .Select(static part => part.Name);
        var read = await Task.WhenAll(new[] { at.Recent }.Concat(parts).OfType<string>()
            .Select(name => index.TryReadPartAsync(name, query.Matches, cancellationToken)));
        if (read.Any(static rows => rows is null))
        {
            return null;
        }

        IReadOnlyList<ClassRow> found = read.OfType<List<ClassRow>>()
            .Aggregate(new List<ClassRow>(), (sum, rows) => [.. ClassRows.Merge(sum, rows, at.IsCurrent)]);
        return new ClassFindOutcome.Found(at.Revision, found);
    }
}
