using Jarpoint.Catalog.Describing;
using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Reading;

namespace Jarpoint.Catalog.Classes;

/// <summary>What the index does not have yet, in pieces that it can take.</summary>
internal sealed class ClassChanges(CatalogReader reader, DescriptionCache descriptions)
{
    /// <summary>Long descriptions read at once; large ones count for more.</summary>
    private const int Parallelism = 16;

    private const int ClassesAtOnce = 50_000;

    /// <summary>The next changes, as many as there is room for and time allows, but one at least if there are any.</summary>
    public async Task<Batch> TakeAsync(
        ClassIndexDocument index,
        CatalogView view,
        (int Copies, int Keys) room,
        CancellationToken windUp,
        CancellationToken cancellationToken)
    {
        var batch = new Batch(index);
        var waiting = new List<(Step Step, CatalogFact? Entry)>();
        var steps = index.FilledTo is { } filledTo ? Fill(view, filledTo) : FollowAsync(index, view, cancellationToken);
        await foreach (var step in steps)
        {
            waiting.Add((step, step.Key is { } key && view.TryGet(key, out var entry) ? entry : null));
            var classes = waiting.Sum(static one => one.Entry?.Jar?.Classes ?? 0);
            if (waiting.Count < Parallelism && classes < ClassesAtOnce && classes + batch.Classes.Count < room.Copies)
            {
                continue;
            }

            await AddAsync(batch, waiting, cancellationToken);
            if (windUp.IsCancellationRequested || batch.Classes.Count >= room.Copies || batch.Jars >= room.Keys)
            {
                return batch;
            }
        }

        await AddAsync(batch, waiting, cancellationToken);
        return batch;
    }

    /// <summary>Every key of a catalog after one, and a last step that says that there are no more.</summary>
    private static async IAsyncEnumerable<Step> Fill(CatalogView view, string filledTo)
    {
        await Task.CompletedTask;
        foreach (var entry in view.Entries.Where(entry => KeyOrder.Instance.Compare(entry.Key, filledTo) > 0))
        {
            yield return new Step(entry.Key, index => index with { FilledTo = entry.Key });
        }

        // Keys before the place of an interrupted filling may have changed since: then the log is followed from there.
        yield return new Step(null, static index => index with { FilledTo = null });
    }

    private async IAsyncEnumerable<Step> FollowAsync(
        ClassIndexDocument index,
        CatalogView view,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var skipped = index.Facts;
        await foreach (var commit in reader.CommitsAsync(index.Revision + 1, cancellationToken))
        {
            if (commit.Revision > view.Revision)
            {
                yield break;
            }

            for (var i = skipped; i < commit.Facts.Count; i++)
            {
                var done = i + 1;
                yield return new Step(commit.Facts[i].Key, at => at with { Facts = done });
            }

            skipped = 0;
            yield return new Step(null, at => at with { Revision = commit.Revision, Facts = 0 });
        }
    }

    private async Task AddAsync(
        Batch batch, List<(Step Step, CatalogFact? Entry)> waiting, CancellationToken cancellationToken)
    {
        var read = await Task.WhenAll(waiting.Select(one => ReadAsync(one.Entry, cancellationToken)));
        foreach (var ((step, entry), classes) in waiting.Zip(read))
        {
            batch.Take(step, entry, classes);
        }

        waiting.Clear();
    }

    // A description that is missing or damaged is a finding of the catalog's check, not a reason to stand still.
    private async Task<IReadOnlyList<Jars.Description.ClassEntry>> ReadAsync(
        CatalogFact? entry, CancellationToken cancellationToken)
        => entry?.Jar is { Classes: > 0 } jar
            && await descriptions.GetAsync(jar.Description, cancellationToken) is DescriptionOutcome.Found(var described)
                ? described.Classes
                : [];

    /// <summary>One thing to take in.</summary>
    /// <param name="Key">The key that changed, or null when only the place moves.</param>
    /// <param name="Move">The index after it, as far as its place is concerned.</param>
    internal sealed record Step(string? Key, Func<ClassIndexDocument, ClassIndexDocument> Move);

    /// <summary>Changes taken together.</summary>
    internal sealed class Batch(ClassIndexDocument index)
    {
        private readonly Dictionary<string, long?> changed = new(index.Changed, StringComparer.Ordinal);
        private readonly List<(string Entry, ClassCopy Copy)> classes = [];
        private ClassIndexDocument at = index;

        public int Jars { get; private set; }

        public IReadOnlyList<(string Entry, ClassCopy Copy)> Classes => classes;

        public ClassIndexDocument Index => at with { Changed = changed };

        public void Take(Step step, CatalogFact? entry, IReadOnlyList<Jarpoint.Jars.Description.ClassEntry> found)
        {
            at = step.Move(at);
            if (step.Key is not { } key)
            {
                return;
            }

            Jars++;
            if (entry?.Jar is not { } jar)
            {
                changed[key] = null;
                return;
            }

            var indexed = new IndexedJar(at.Next, key, jar.GroupId, jar.ArtifactId, jar.Version);
            at = at with { Next = at.Next + 1 };
            changed[key] = indexed.Number;
            classes.AddRange(found.Select(one => (one.Name, new ClassCopy(indexed, one.Crc))));
        }
    }
}
