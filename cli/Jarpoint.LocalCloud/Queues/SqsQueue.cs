namespace Jarpoint.LocalCloud.Queues;

/// <summary>
/// A standard queue: at-least-once, visibility timeout, long polling, redrive to a dead-letter queue. Thread-safe.
/// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html
/// </summary>
public sealed class SqsQueue : IDisposable
{
    private readonly Lock gate = new();
    private readonly MessageShelf shelf = new();
    private readonly QueueService service;
    private readonly TimeProvider time;
    private readonly ITimer timer;
    private TaskCompletionSource arrival = NewArrival();
    private QueueSettings settings;
    private long sent;

    internal SqsQueue(QueueService service, string name, QueueSettings settings, TimeProvider time)
    {
        (this.service, Name, this.settings, this.time) = (service, name, settings, time);
        Arn = service.Account.QueueArn(name);
        CreatedAt = time.GetUtcNow();
        timer = time.CreateTimer(
            static queue => ((SqsQueue)queue!).Wake(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Raised after a message came, went, or changed its standing; on any thread, outside the lock.</summary>
    public event EventHandler? Changed;

    public string Name { get; }

    public string Arn { get; }

    public DateTimeOffset CreatedAt { get; }

    /// <summary>Messages that ever came. Never shrinks, so two equal readings mean that nothing came.</summary>
    public long Sent => Interlocked.Read(ref sent);

    public QueueSettings Settings
    {
        get => Volatile.Read(ref settings);
        set => Volatile.Write(ref settings, value);
    }

    public QueueCounts Counts => Within(static shelf => shelf.Counts);

    /// <summary>Every message, oldest first, without receiving any.</summary>
    public IReadOnlyList<QueueMessage> Peek()
        => Within(static shelf => shelf.Messages.Select(static message => message.View(received: false)).ToArray());

    /// <summary>Adds a message.</summary>
    /// <returns>Its id.</returns>
    public string Send(OutgoingMessage outgoing)
    {
        var now = time.GetUtcNow();
        var message = new StoredMessage
        {
            Id = Guid.NewGuid().ToString(),
            Body = outgoing.Body,
            Attributes = outgoing.Attributes,
            SentAt = now,
        };
        Add(message, now + (outgoing.Delay ?? Settings.Delay));
        return message.Id;
    }

    /// <summary>Receives what is visible, or waits until something is.</summary>
    /// <returns>No message when the wait ended first.</returns>
    public async Task<IReadOnlyList<QueueMessage>> ReceiveAsync(
        ReceiveOptions options, CancellationToken cancellationToken)
    {
        var deadline = time.GetUtcNow() + (options.Wait ?? Settings.ReceiveWait);
        while (true)
        {
            var next = Volatile.Read(ref arrival).Task;
            var received = Take(options);
            var remaining = deadline - time.GetUtcNow();
            if (received.Count > 0 || remaining <= TimeSpan.Zero)
            {
                return received;
            }

            await next.WaitAsync(remaining, time, cancellationToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>
    /// Deletes the message that a handle names. The handle of an older receive does nothing and is no error.
    /// </summary>
    /// <returns>False when the handle does not come from this service.</returns>
    public bool Delete(string receiptHandle)
    {
        if (!ReceiptHandle.TryParse(receiptHandle, out var handle))
        {
            return false;
        }

        return Within(shelf =>
        {
            if (shelf.Find(handle) is { } message)
            {
                shelf.Remove(message);
            }

            return true;
        });
    }

    /// <summary>Starts the visibility timeout of a received message anew; zero makes it visible at once.</summary>
    public VisibilityOutcome ChangeVisibility(string receiptHandle, TimeSpan timeout)
    {
        if (!ReceiptHandle.TryParse(receiptHandle, out var handle))
        {
            return VisibilityOutcome.InvalidHandle;
        }

        return Within(shelf =>
        {
            if (shelf.Find(handle) is not { Standing: MessageStanding.InFlight } message)
            {
                return VisibilityOutcome.NotInFlight;
            }

            message.VisibilityChosen = true;
            shelf.Hide(message, MessageStanding.InFlight, time.GetUtcNow() + timeout);
            return VisibilityOutcome.Changed;
        });
    }

    /// <summary>Gives a received message back early, unless its receiver has chosen a time itself.</summary>
    internal void ReturnEarly(string receiptHandle, TimeSpan timeout)
        => Within(shelf =>
        {
            if (ReceiptHandle.TryParse(receiptHandle, out var handle)
                && shelf.Find(handle) is { Standing: MessageStanding.InFlight, VisibilityChosen: false } message)
            {
                shelf.Hide(message, MessageStanding.InFlight, time.GetUtcNow() + timeout);
            }

            return 0;
        });

    /// <summary>Deletes every message.</summary>
    public void Purge() => Within(static shelf =>
    {
        shelf.Clear();
        return 0;
    });

    public void Dispose() => timer.Dispose();

    private static TaskCompletionSource NewArrival() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Timers count whole milliseconds and would fire just before the time is due.
    private static TimeSpan WholeMilliseconds(TimeSpan? wait)
        => wait is { } some
            ? TimeSpan.FromMilliseconds(Math.Ceiling(some.TotalMilliseconds))
            : Timeout.InfiniteTimeSpan;

    private void Add(StoredMessage message, DateTimeOffset visibleAt)
    {
        Interlocked.Increment(ref sent);
        Within(shelf =>
        {
            shelf.Add(message, visibleAt, time.GetUtcNow());
            return 0;
        });
    }

    private List<QueueMessage> Take(ReceiveOptions options)
    {
        var current = Settings;
        var deadLetters = current.Redrive is { } redrive ? service.FindByArn(redrive.DeadLetterTargetArn) : null;
        var received = new List<QueueMessage>();
        var dead = new List<StoredMessage>();
        Within(shelf =>
        {
            while (received.Count < options.Maximum && shelf.Next() is { } message)
            {
                if (deadLetters is not null && message.ReceiveCount >= current.Redrive!.MaxReceiveCount)
                {
                    // It stays until it lies there: somebody who looks finds it in one of the two.
                    shelf.Hide(message, MessageStanding.InFlight, time.GetUtcNow() + current.VisibilityTimeout);
                    dead.Add(message);
                }
                else
                {
                    shelf.Receive(message, time.GetUtcNow(), options.Visibility ?? current.VisibilityTimeout);
                    received.Add(message.View(received: true));
                }
            }

            return 0;
        });

        // Outside the lock: the other queue may be moving dead letters here.
        foreach (var message in dead)
        {
            deadLetters!.Add(message.AsDeadLetter(Arn), time.GetUtcNow());
            Within(shelf => shelf.Remove(message));
        }

        return received;
    }

    private void Wake() => Within(static _ => 0);

    /// <summary>Brings the shelf up to date, runs a transition, wakes receivers and sets the timer.</summary>
    private T Within<T>(Func<MessageShelf, T> transition)
    {
        T result;
        QueueCounts before;
        QueueCounts after;
        lock (gate)
        {
            before = shelf.Counts;
            var now = time.GetUtcNow();
            shelf.Advance(now, Settings.Retention);
            result = transition(shelf);
            shelf.Advance(now, Settings.Retention);
            after = shelf.Counts;
            if (after.Visible > before.Visible)
            {
                Interlocked.Exchange(ref arrival, NewArrival()).TrySetResult();
            }

            timer.Change(WholeMilliseconds(shelf.NextWake - now), Timeout.InfiniteTimeSpan);
        }

        if (before != after)
        {
            Changed?.Invoke(this, EventArgs.Empty);
        }

        return result;
    }
}
