namespace Jarpoint.LocalCloud.Functions;

/// <summary>Counts of one event source mapping since the laptop cloud started.</summary>
/// <param name="Queue">Name of the queue.</param>
/// <param name="Batches">Invocations that ended.</param>
/// <param name="Done">Messages deleted after success.</param>
/// <param name="Failed">Messages left for another try, each try counted.</param>
public sealed record MappingStatistics(string Queue, long Batches = 0, long Done = 0, long Failed = 0);
