using Jarpoint.Catalog.Storage;

namespace Jarpoint.Catalog.Describing;

/// <summary>
/// Long descriptions that several publications of one run ask for, read once for all of them. Their names are their
/// digests, so nothing here grows old.
/// </summary>
public sealed class DescriptionCache(IObjectStore store, CatalogLayout layout, TimeProvider time)
{
    /// <summary>Classes held: some 20 MB.</summary>
    private const int MostClasses = 50_000;

    /// <summary>A description without classes takes memory too.</summary>
    private const int LeastWeight = 20;

    private readonly DescriptionStore descriptions = new(store, layout, time);
    private readonly Lock gate = new();
    private readonly Dictionary<string, Task<DescriptionOutcome>> held = new(StringComparer.Ordinal);
    private readonly Queue<(string Digest, int Weight)> byAge = new();
    private int weight;

    /// <summary>As <see cref="DescriptionStore.GetAsync"/>; who asks while another reads gets what that one reads.</summary>
    public Task<DescriptionOutcome> GetAsync(string digest, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (!held.TryGetValue(digest, out var read))
            {
                read = ReadAsync(digest, cancellationToken);
                held.Add(digest, read);
            }

            return read;
        }
    }

    private async Task<DescriptionOutcome> ReadAsync(string digest, CancellationToken cancellationToken)
    {
        // Whoever asked holds the lock.
        await Task.Yield();
        var kept = false;
        try
        {
            var outcome = await descriptions.GetAsync(digest, cancellationToken);
            if (outcome is DescriptionOutcome.Found(var jar))
            {
                Keep(digest, jar.Classes.Count);
                kept = true;
            }

            return outcome;
        }
        finally
        {
            if (!kept)
            {
                Drop(digest);
            }
        }
    }

    private void Drop(string digest)
    {
        lock (gate)
        {
            held.Remove(digest);
        }
    }

    private void Keep(string digest, int classes)
    {
        lock (gate)
        {
            byAge.Enqueue((digest, Math.Max(classes, LeastWeight)));
            weight += Math.Max(classes, LeastWeight);
            while (weight > MostClasses && byAge.Count > 1)
            {
                var (oldest, freed) = byAge.Dequeue();
                held.Remove(oldest);
                weight -= freed;
            }
        }
    }
}
