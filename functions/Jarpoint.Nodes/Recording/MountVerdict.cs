using Jarpoint.Nodes.Cluster;
using Jarpoint.Nodes.Commands;
using Jarpoint.Nodes.Plan;

namespace Jarpoint.Nodes.Recording;

/// <summary>What the end of a command says of the mounts of a node.</summary>
internal sealed record MountVerdict(ConditionStatus Status, string Reason, string Message)
{
    /// <summary>Kubernetes keeps 32 KiB; a person reads a line.</summary>
    private const int LongestMessage = 500;

    public static MountVerdict AgentUnreachable { get; } = new(
        ConditionStatus.Unknown, MountReasons.AgentUnreachable, "The SSM agent of the node did not take the command.");

    public static MountVerdict TimedOut { get; } = new(
        ConditionStatus.False, MountReasons.CommandTimedOut, "The node script did not end in time.");

    public static MountVerdict Mounted(IReadOnlyList<MountSpec> mounts)
        => new(ConditionStatus.True, MountReasons.Mounted, Short(string.Join(", ", mounts.Select(
            static mount => $"s3://{mount.Bucket}/{mount.Prefix} at {mount.Mountpoint}"))));

    /// <summary>Of an invocation that is over without success; null when that says nothing of the mounts.</summary>
    public static MountVerdict? OfFailure(CommandInvocation invocation, IReadOnlyList<MountLine> lines)
        => invocation.Status switch
        {
            InvocationStatus.Failed => OfExit(invocation.ExitCode, lines),
            InvocationStatus.ExecutionTimedOut => TimedOut,
            InvocationStatus.DeliveryTimedOut or InvocationStatus.Undeliverable => AgentUnreachable,
            _ => null,
        };

    private static MountVerdict OfExit(int? code, IReadOnlyList<MountLine> lines)
    {
        var faults = lines.Where(static line => line.Code != 0)
            .Select(static line => $"{line.Mount}: {line.Detail}").ToList();
        var message = faults.Count > 0 ? string.Join("; ", faults) : $"The node script ended with exit code {code}.";
        return new MountVerdict(NodeScriptExit.StatusOf(code), NodeScriptExit.ReasonOf(code), Short(message));
    }

    private static string Short(string text)
    {
        var line = new string([.. text.Select(static c => char.IsControl(c) ? ' ' : c)]);
        return line.Length <= LongestMessage ? line : line[..(LongestMessage - 1)] + "…";
    }
}
