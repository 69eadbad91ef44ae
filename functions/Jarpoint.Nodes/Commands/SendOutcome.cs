namespace Jarpoint.Nodes.Commands;

/// <summary>What came of sending a command.</summary>
public abstract record SendOutcome
{
    /// <summary>SSM took it.</summary>
    public sealed record Sent(string CommandId) : SendOutcome;

    /// <summary>
    /// <c>InvalidInstanceId</c>: at least one instance is not registered, stopped or gone; nobody got the command. Normal
    /// for a while after a launch.
    /// </summary>
    public sealed record TargetsNotReady : SendOutcome;

    /// <summary>Throttled, also after the SDK's own retries; nobody got the command.</summary>
    public sealed record Throttled : SendOutcome;
}
