using Jarpoint.LocalCloud.Functions;
using Jarpoint.LocalCloud.Queues;

namespace Jarpoint.LocalCloud.Hosting;

/// <summary>One moment of the laptop cloud, for a display.</summary>
/// <param name="Functions">By function, in the order of the deployment.</param>
/// <param name="Mappings">By event source mapping, in the same order.</param>
/// <param name="Queues">Messages of every queue by its name, dead-letter queues included.</param>
/// <param name="DeadLetters">Messages in all dead-letter queues.</param>
public sealed record LocalCloudStatistics(
    IReadOnlyList<FunctionStatistics> Functions,
    IReadOnlyList<MappingStatistics> Mappings,
    IReadOnlyDictionary<string, QueueCounts> Queues,
    int DeadLetters);
