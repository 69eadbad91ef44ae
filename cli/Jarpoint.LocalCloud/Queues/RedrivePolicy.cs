namespace Jarpoint.LocalCloud.Queues;

/// <summary>Where a message goes that was received too often without being deleted.</summary>
/// <param name="DeadLetterTargetArn">ARN of the dead-letter queue.</param>
/// <param name="MaxReceiveCount">Receives after which the next one moves the message instead.</param>
public sealed record RedrivePolicy(string DeadLetterTargetArn, int MaxReceiveCount);
