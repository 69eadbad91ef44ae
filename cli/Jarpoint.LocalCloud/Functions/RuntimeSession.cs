using System.Threading.Channels;

namespace Jarpoint.LocalCloud.Functions;

/// <summary>
/// What the Runtime API knows of one process: the event that waits for its <c>next</c>, or the event it works on.
/// One invocation at a time. <see cref="RuntimeApiEndpoint"/> puts it on the wire.
/// </summary>
internal sealed class RuntimeSession
{
    private readonly Lock gate = new();
    private readonly Channel<Invocation> offered = Channel.CreateUnbounded<Invocation>();
    private Invocation? current;
    private InvocationOutcome.Failed? end;

    public bool HasEnded
    {
        get
        {
            lock (gate)
            {
                return end is not null;
            }
        }
    }

    /// <summary>Offers an event. The invocation fails at once when the session has ended.</summary>
    public void Offer(Invocation invocation)
    {
        lock (gate)
        {
            if (end is not null)
            {
                invocation.Complete(end);
                return;
            }

            current = invocation;
            offered.Writer.TryWrite(invocation);
        }
    }

    /// <summary>Waits for an event, for ever if need be.</summary>
    public async ValueTask<Invocation> NextAsync(CancellationToken cancellationToken)
    {
        var invocation = await offered.Reader.ReadAsync(cancellationToken);
        invocation.HandOut();
        return invocation;
    }

    /// <summary>Takes the process's answer to the event that it was given.</summary>
    /// <returns>False when it was given no such event, or answered already.</returns>
    public bool TryComplete(string requestId, InvocationOutcome outcome)
    {
        lock (gate)
        {
            if (current is not { HandedOut.IsCompleted: true } invocation || invocation.RequestId != requestId)
            {
                return false;
            }

            current = null;
            return invocation.Complete(outcome);
        }
    }

    /// <summary>Fails the event at work and every later one. The first end counts.</summary>
    public void End(InvocationOutcome.Failed reason)
    {
        lock (gate)
        {
            end ??= reason;
            current?.Complete(end);
            current = null;
        }
    }
}
