using Jarpoint.Functions.Queues;

namespace Jarpoint.Functions.Tests.Handlers.Ports;

/// <summary>Remembers what was delayed.</summary>
internal sealed class FakeDelays : IMessageDelay
{
    public List<DelayedMessage> Delayed { get; } = [];

    public Task DelayAsync(IReadOnlyList<DelayedMessage> messages, CancellationToken cancellationToken)
    {
        Delayed.AddRange(messages);
        return Task.CompletedTask;
    }
}
