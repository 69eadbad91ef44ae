namespace Jarpoint.LocalCloud.Queues;

/// <summary>
/// The messages of one queue and their transitions: delayed, visible, in flight, gone. Knows time only as an argument
/// and is not safe for concurrent use; <see cref="SqsQueue"/> adds the lock, the timer and the waiting.
/// </summary>
internal sealed class MessageShelf
{
    private readonly Dictionary<string, StoredMessage> messages = new(StringComparer.Ordinal);
    private readonly SortedSet<StoredMessage> byAge = new(Comparer<StoredMessage>.Create(
        static (a, b) => (a.SentAt, a.Arrival).CompareTo((b.SentAt, b.Arrival))));

    // Both may hold entries that have moved on; they are dropped when they come up.
    private readonly Queue<StoredMessage> visible = new();
    private readonly PriorityQueue<StoredMessage, (DateTimeOffset At, long Arrival)> hidden = new();
    private readonly int[] counts = new int[4];
    private long arrivals;

    public QueueCounts Counts => new(
        counts[(int)MessageStanding.Visible],
        counts[(int)MessageStanding.InFlight],
        counts[(int)MessageStanding.Delayed]);

    public IEnumerable<StoredMessage> Messages => byAge;

    public DateTimeOffset? NextWake
    {
        get
        {
            while (hidden.TryPeek(out var message, out var due))
            {
                if (IsHidden(message) && message.VisibleAt == due.At)
                {
                    return due.At;
                }

                hidden.Dequeue();
            }

            return null;
        }
    }

    public void Add(StoredMessage message, DateTimeOffset visibleAt, DateTimeOffset now)
    {
        message.Arrival = ++arrivals;
        messages.Add(message.Id, message);
        byAge.Add(message);
        counts[(int)message.Standing]++;
        if (visibleAt > now)
        {
            Hide(message, MessageStanding.Delayed, visibleAt);
        }
        else
        {
            Show(message);
        }
    }

    /// <summary>Makes visible what is due and drops what is older than <paramref name="retention"/>.</summary>
    public void Advance(DateTimeOffset now, TimeSpan retention)
    {
        while (byAge.Min is { } oldest && oldest.SentAt + retention <= now)
        {
            Remove(oldest);
        }

        while (NextWake <= now)
        {
            Show(hidden.Dequeue());
        }
    }

    /// <summary>Takes the next visible message off the shelf's front, without counting a receive.</summary>
    public StoredMessage? Next()
    {
        while (visible.TryDequeue(out var message))
        {
            if (message.Standing == MessageStanding.Visible)
            {
                return message;
            }
        }

        return null;
    }

    public void Receive(StoredMessage message, DateTimeOffset now, TimeSpan visibility)
    {
        message.ReceiveCount++;
        message.FirstReceivedAt ??= now;
        message.VisibilityChosen = false;
        Hide(message, MessageStanding.InFlight, now + visibility);
    }

    /// <summary>The message a handle names, unless it is gone or was received again since.</summary>
    public StoredMessage? Find(ReceiptHandle handle)
        => messages.TryGetValue(handle.MessageId, out var message) && message.ReceiveCount == handle.Receive
            ? message
            : null;

    public void Hide(StoredMessage message, MessageStanding standing, DateTimeOffset until)
    {
        Move(message, standing);
        message.VisibleAt = until;
        hidden.Enqueue(message, (until, message.Arrival));
    }

    /// <returns>False for a message that was gone.</returns>
    public bool Remove(StoredMessage message)
    {
        if (!messages.Remove(message.Id))
        {
            return false;
        }

        byAge.Remove(message);
        Move(message, MessageStanding.Gone);
        return true;
    }

    public void Clear()
    {
        foreach (var message in byAge.ToArray())
        {
            Remove(message);
        }
    }

    private static bool IsHidden(StoredMessage message)
        => message.Standing is MessageStanding.Delayed or MessageStanding.InFlight;

    private void Show(StoredMessage message)
    {
        Move(message, MessageStanding.Visible);
        visible.Enqueue(message);
    }

    private void Move(StoredMessage message, MessageStanding standing)
    {
        counts[(int)message.Standing]--;
        counts[(int)standing]++;
        message.Standing = standing;
    }
}
