using Jarpoint.Catalog.Classes;
using Jarpoint.Cli.Catalog;
using Jarpoint.Cli.Output;

namespace Jarpoint.Cli.Classes;

/// <summary>Looks for a class in the catalog's index, and in the descriptions of its jars where the index cannot answer.</summary>
internal sealed class ClassSearch(CatalogSource source, TextWriter error)
{
    /// <returns>The revision the answer is about, and the classes.</returns>
    public async Task<(long Revision, IReadOnlyList<ClassRow> Classes)> FindAsync(
        ClassQuery query, long? at, CancellationToken cancellationToken)
    {
        switch (at is null
            ? await new ClassFinder(source.Store, source.Layout).FindAsync(query, cancellationToken)
            : new ClassFindOutcome.NoIndex("is of the newest revision only"))
        {
            case ClassFindOutcome.Found(var revision, var classes):
                return (revision, classes);
            case ClassFindOutcome.NoIndex(var reason):
                await error.WriteLineAsync(Printable.OneLine(
                    $"jarpoint: the index of classes {reason}: every description is read instead, which takes longer"));
                return await ReadDescriptionsAsync(query, at, cancellationToken);
            default:
                throw new InvalidOperationException("Unknown outcome.");
        }
    }

    private async Task<(long Revision, IReadOnlyList<ClassRow> Classes)> ReadDescriptionsAsync(
        ClassQuery query, long? at, CancellationToken cancellationToken)
    {
        await using var stream = await source.Reader.OpenAsync(at, cancellationToken);
        var progress = new CountLine(error, "descriptions read");
        var copies = new List<(ClassName Name, ClassCopy Copy)>();
        await foreach (var (entry, jar) in source.DescribeAllAsync(stream.ReadAsync(cancellationToken), cancellationToken))
        {
            progress.Advance();
            if (jar is not null && entry.Jar is { } summary)
            {
                var indexed = new IndexedJar(progress.Count, entry.Key, summary.GroupId, summary.ArtifactId, summary.Version);
                copies.AddRange(jar.Classes
                    .Where(static one => ClassName.IsLoadable(one.Name))
                    .Select(one => (Name: ClassName.Of(one.Name), Copy: new ClassCopy(indexed, one.Crc)))
                    .Where(one => query.Matches(one.Name)));
            }
        }

        progress.Clear();
        return (stream.Revision,
        [
            .. copies.GroupBy(static one => one.Name, static one => one.Copy)
                .Select(static same => new ClassRow(same.Key, [.. same]))
                .OrderBy(static row => row.Name),
        ]);
    }
}
