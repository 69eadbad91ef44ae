namespace Jarpoint.Functions.Queues;

/// <summary>A received message that is to come back at a time of our choice.</summary>
/// <param name="QueueArn">Queue, as <c>eventSourceARN</c> of the message has it.</param>
/// <param name="ReceiptHandle">Of this receipt.</param>
/// <param name="Delay">From now; SQS takes whole seconds up to 12 hours.</param>
public sealed record DelayedMessage(string QueueArn, string ReceiptHandle, TimeSpan Delay);
