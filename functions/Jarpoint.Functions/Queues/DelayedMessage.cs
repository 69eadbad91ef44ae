namespace Jarpoint.Functions.Queues;

/// <summary>A message in flight that comes again after a time of its own.</summary>
/// <param name="QueueArn">The queue it was received from.</param>
/// <param name="ReceiptHandle">Of this delivery.</param>
/// <param name="Delay">From now, up to twelve hours; counted in whole seconds.</param>
public sealed record DelayedMessage(string QueueArn, string ReceiptHandle, TimeSpan Delay);
