namespace Jarpoint.Nodes.Simulation;

/// <summary>
/// A standard queue with one function behind it: up to 1,000 messages or 5 s a batch. What the function gives back comes
/// again after the delay it names; when it fails, the batch comes again whole.
/// </summary>
/// <param name="agenda">Time.</param>
/// <param name="handle">Takes a batch, returns what is to come again and when.</param>
internal sealed class SimulatedQueue<T>(
    Agenda agenda, Func<IReadOnlyList<T>, Task<IReadOnlyList<(T Message, TimeSpan In)>>> handle)
{
    private const int BatchSize = 1000;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Visibility = TimeSpan.FromSeconds(60);

    private readonly Queue<T> visible = new();
    private bool gathering;

    public int Failures { get; private set; }

    /// <summary>Batches handed to the function.</summary>
    public int Invocations { get; private set; }

    /// <summary>Messages in them, each as often as it came.</summary>
    public int Deliveries { get; private set; }

    public void Put(T message, TimeSpan delay) => agenda.In(delay, () =>
    {
        visible.Enqueue(message);
        Gather();
    });

    private void Gather()
    {
        if (!gathering && visible.Count > 0)
        {
            gathering = true;
            agenda.In(Window, DeliverAsync);
        }
    }

    private async Task DeliverAsync()
    {
        gathering = false;
        var batch = new List<T>();
        while (batch.Count < BatchSize && visible.TryDequeue(out var message))
        {
            batch.Add(message);
        }

        Gather();
        Invocations++;
        Deliveries += batch.Count;
        try
        {
            foreach (var (message, delay) in await handle(batch))
            {
                // SQS counts in whole seconds.
                Put(message, TimeSpan.FromSeconds(Math.Ceiling(delay.TotalSeconds)));
            }
        }
        catch (SimulatedFaultException)
        {
            Failures++;
            batch.ForEach(message => Put(message, Visibility));
        }
    }
}
