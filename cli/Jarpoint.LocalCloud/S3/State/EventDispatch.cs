using System.Collections.Concurrent;

namespace Jarpoint.LocalCloud.S3.State;

/// <summary>Hands events to subscribers in the order of the changes, outside the store's lock.</summary>
internal sealed class EventDispatch
{
    private readonly ConcurrentQueue<S3ObjectEvent> waiting = new();
    private readonly Lock turn = new();
    private Action<S3ObjectEvent>? subscribers;

    public void Subscribe(Action<S3ObjectEvent> subscriber)
    {
        lock (turn)
            subscribers += subscriber;
    }

    public void Unsubscribe(Action<S3ObjectEvent> subscriber)
    {
        lock (turn)
            subscribers -= subscriber;
    }

    /// <summary>Call while holding the lock that orders the changes.</summary>
    public void Enqueue(S3ObjectEvent change) => waiting.Enqueue(change);

    /// <summary>Returns when everything enqueued before the call was delivered.</summary>
    public void Drain()
    {
        lock (turn)
        {
            while (waiting.TryDequeue(out var change))
                subscribers?.Invoke(change);
        }
    }
}
