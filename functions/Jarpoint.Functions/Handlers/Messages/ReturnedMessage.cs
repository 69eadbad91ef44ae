using Jarpoint.Functions.Events.Sqs;

namespace Jarpoint.Functions.Handlers.Messages;

/// <summary>A message that the queue must deliver again.</summary>
/// <param name="Message">As it was received.</param>
/// <param name="Delay">From now; null for the queue's own visibility time-out, which is what a failure gets.</param>
internal sealed record ReturnedMessage(SqsMessage Message, TimeSpan? Delay);
