using System.Collections.Concurrent;

namespace Jarpoint.LocalCloud.Hosting.Calls;

/// <summary>
/// Which function asked for what, refused requests included. It holds every key of the bucket that was asked for: it is
/// for tests, and the laptop cloud keeps none unless it is given one.
/// </summary>
public sealed class CallLedger
{
    private readonly ConcurrentDictionary<FunctionCall, long> counts = new();

    public IReadOnlyCollection<FunctionCall> Calls => [.. counts.Keys];

    internal void Count(FunctionCall call) => counts.AddOrUpdate(call, 1, static (_, count) => count + 1);
}
