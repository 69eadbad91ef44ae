using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Jarpoint.LocalCloud.Hosting;

namespace Jarpoint.LocalCloud.Queues;

/// <summary>The queues of the laptop cloud, by name.</summary>
public sealed class QueueService(LocalAccount account, TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<string, SqsQueue> queues = new(StringComparer.Ordinal);

    public LocalAccount Account { get; } = account;

    /// <summary>All queues in ordinal order of their names.</summary>
    public IReadOnlyList<SqsQueue> Queues
        => [.. queues.Values.OrderBy(static queue => queue.Name, StringComparer.Ordinal)];

    /// <summary>Creates a queue, unless one of that name exists: then that one is returned.</summary>
    public SqsQueue Create(string name, QueueSettings settings)
    {
        var created = new SqsQueue(this, name, settings, time);
        var queue = queues.GetOrAdd(name, created);
        if (!ReferenceEquals(queue, created))
        {
            created.Dispose();
        }

        return queue;
    }

    public bool TryFind(string name, [NotNullWhen(true)] out SqsQueue? queue) => queues.TryGetValue(name, out queue);

    public SqsQueue? FindByArn(string arn)
    {
        var name = arn[(arn.LastIndexOf(':') + 1)..];
        return TryFind(name, out var queue) && queue.Arn == arn ? queue : null;
    }

    public void Delete(SqsQueue queue)
    {
        if (queues.TryRemove(KeyValuePair.Create(queue.Name, queue)))
        {
            queue.Dispose();
        }
    }

    public void Dispose()
    {
        foreach (var queue in Queues)
        {
            Delete(queue);
        }
    }
}
