namespace Jarpoint.LocalCloud.Functions;

/// <summary>One function as its deployment states it.</summary>
public sealed record FunctionDefinition
{
    public required string Name { get; init; }

    /// <summary>Becomes <c>_HANDLER</c>.</summary>
    public required string Handler { get; init; }

    public required BootstrapCommand Bootstrap { get; init; }

    /// <summary>The function's own variables; they win over those Lambda sets.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>An invocation that takes longer is killed, and its process with it.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Told to the function; not enforced here.</summary>
    public int MemoryMiB { get; init; } = 128;

    /// <summary>A process without an invocation for this long is stopped.</summary>
    public TimeSpan IdleStop { get; init; } = TimeSpan.FromMinutes(5);
}
