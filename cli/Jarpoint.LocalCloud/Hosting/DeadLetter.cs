using Jarpoint.LocalCloud.Queues;

namespace Jarpoint.LocalCloud.Hosting;

/// <summary>A message that its function failed at too often.</summary>
/// <param name="Queue">Name of the dead-letter queue.</param>
/// <param name="Message">The message, with its receive count and the queue it came from.</param>
public sealed record DeadLetter(string Queue, QueueMessage Message);
