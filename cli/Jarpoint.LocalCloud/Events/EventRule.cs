using Jarpoint.LocalCloud.Queues;

namespace Jarpoint.LocalCloud.Events;

/// <summary>Events that match go to a queue.</summary>
public sealed record EventRule(string Name, EventPattern Pattern, SqsQueue Target);
