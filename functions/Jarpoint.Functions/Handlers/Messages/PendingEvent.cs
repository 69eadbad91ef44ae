using Jarpoint.Functions.Events.EventBridge;
using Jarpoint.Functions.Events.Sqs;

namespace Jarpoint.Functions.Handlers.Messages;

/// <summary>An event to act on, and the message that is delivered again if that fails.</summary>
internal sealed record PendingEvent<T>(SqsMessage Message, T Event)
    where T : BridgedEvent;
