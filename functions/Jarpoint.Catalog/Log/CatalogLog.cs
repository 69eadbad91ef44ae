using System.Runtime.CompilerServices;
using System.Text.Json;
using Jarpoint.Catalog.Json;
using Jarpoint.Catalog.Storage;

namespace Jarpoint.Catalog.Log;

/// <summary>Reads commits. Nothing in here writes.</summary>
internal sealed class CatalogLog(IObjectStore store, CatalogLayout layout)
{
    private const int ReadAhead = 16;

    /// <summary>One commit, or null when the log does not reach that far.</summary>
    public async Task<CatalogCommit?> TryReadAsync(long revision, CancellationToken cancellationToken)
    {
        var key = layout.Log(revision);
        var outcome = await store.GetAsync(new ObjectReference(key), cancellationToken);
        if (outcome is not GetOutcome.Found found)
        {
            return null;
        }

        await using var content = found.Content;
        try
        {
            var document = await JsonSerializer.DeserializeAsync(
                content, Wire.Commit, cancellationToken);
            return document?.Revision == revision
                ? document.ToCommit()
                : throw new CatalogDamagedException($"Commit {key} says that it is revision {document?.Revision}.");
        }
        catch (JsonException exception)
        {
            throw new CatalogDamagedException($"Commit {key} is not a commit: {exception.Message}", exception);
        }
    }

    /// <summary>
    /// Commits from <paramref name="first"/> to the first number that is missing. The first is read alone, so that
    /// asking whether there is anything new costs one request; then a growing number is read ahead.
    /// </summary>
    public async IAsyncEnumerable<CatalogCommit> ReadFromAsync(
        long first, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var abandoned = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pending = new Queue<Task<CatalogCommit?>>();
        var next = first;
        try
        {
            for (var window = 1; ; window = Math.Min(window * 2, ReadAhead))
            {
                while (pending.Count < window)
                {
                    pending.Enqueue(TryReadAsync(next++, abandoned.Token));
                }

                if (await pending.Dequeue() is not { } commit)
                {
                    yield break;
                }

                yield return commit;
            }
        }
        finally
        {
            await abandoned.CancelAsync();
            await Task.WhenAll(pending).ContinueWith(
                static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    /// <summary>Revisions the store lists, ascending, from <paramref name="from"/>.</summary>
    public async IAsyncEnumerable<long> ListAsync(
        long from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var startAfter = from > 1 ? layout.Log(from - 1) : null;
        await foreach (var listed in store.ListAsync(layout.LogPrefix, startAfter, cancellationToken))
        {
            if (layout.TryParseLog(listed.Key, out var revision))
            {
                yield return revision;
            }
        }
    }
}
