using Jarpoint.LocalCloud.S3.Bodies;
using Jarpoint.LocalCloud.S3.Journal;

namespace Jarpoint.LocalCloud.S3.State;

/// <summary>
/// The one place where state changes: under one lock, journal first, then state, then (outside the lock) events and the
/// removal of bodies nobody refers to. One lock makes every key linearizable; nothing slow happens inside it.
/// </summary>
internal sealed class StoreLog : IDisposable
{
    private readonly Lock gate = new();
    private readonly StoreState state = new();
    private readonly JournalFile? journal;
    private readonly Sequencers sequencers;

    public StoreLog(BodyDirectory bodies, string? journalPath, TimeProvider clock)
    {
        Bodies = bodies;
        Clock = clock;
        sequencers = new Sequencers(clock);
        if (journalPath is not null)
            journal = JournalFile.Open(journalPath, Replay);
        bodies.DeleteAllBut(state.BodyFiles);
    }

    public BodyDirectory Bodies { get; }

    public TimeProvider Clock { get; }

    public EventDispatch Events { get; } = new();

    public T Read<T>(Func<StoreState, T> read)
    {
        lock (gate)
            return read(state);
    }

    /// <summary>
    /// Runs <paramref name="decide"/> under the lock; it looks, throws if the change may not happen, and commits.
    /// </summary>
    public T Change<T>(Func<StoreState, Commit, T> decide)
    {
        List<BodySegment> unreferenced = [];
        T result;
        lock (gate)
        {
            result = decide(state, (entry, change) =>
            {
                journal?.Append(entry);
                unreferenced.AddRange(state.Apply(entry));
                if (change is not null)
                    Events.Enqueue(change);
            });
        }

        Bodies.Delete(unreferenced);
        Events.Drain();
        return result;
    }

    /// <summary>Call from inside <see cref="Change{T}"/> only.</summary>
    public string NextSequencer() => sequencers.Next();

    public void Dispose() => journal?.Dispose();

    private void Replay(JournalEntry entry)
    {
        state.Apply(entry);
        var sequencer = entry switch
        {
            JournalEntry.VersionWritten written => written.Version.Sequencer,
            JournalEntry.VersionRemoved removed => removed.Sequencer,
            _ => null,
        };
        if (sequencer is not null)
            sequencers.Observe(sequencer);
    }

    /// <summary>Makes a change durable and visible.</summary>
    internal delegate void Commit(JournalEntry entry, S3ObjectEvent? change = null);
}
