using Jarpoint.Nodes.Cluster;
using Jarpoint.Nodes.Commands;
using Jarpoint.Nodes.Plan;

namespace Jarpoint.Nodes.Recording;

/// <summary>What the end of a command says of the mounts of a node.</summary>
internal sealed record MountVerdict(ConditionStatus Status, string Reason, string Message)
{
    /// <summary>Kubernetes keeps 32 KiB; a person reads a line.</summary>
    private const int LongestMessage = 500;

    /// <summary>What happened although the status stays; null when nothing did. It is told in an Event of its own.</summary>
    public Happening? Happened { get; init; }

    public static MountVerdict AgentUnreachable { get; } = new(
        ConditionStatus.Unknown, MountReasons.AgentUnreachable, "The SSM agent of the node did not take the command.");

    public static MountVerdict TimedOut { get; } = new(
        ConditionStatus.False, MountReasons.CommandTimedOut, "The node script did not end in time.");

    public static MountVerdict Mounted(IReadOnlyList<MountSpec> mounts)
        => new(ConditionStatus.True, MountReasons.Mounted, Short(string.Join(", ", mounts.Select(
            static mount => $"s3://{mount.Bucket}/{mount.Prefix} at {mount.Mountpoint}"))));

    /// <summary>Of an invocation that is over without success; null when that says nothing of the mounts.</summary>
    /// <param name="invocation">Exit code and state.</param>
    /// <param name="lines">Its output.</param>
    /// <param name="mounts">What the node is to have.</param>
    public static MountVerdict? OfFailure(
        CommandInvocation invocation, IReadOnlyList<MountLine> lines, IReadOnlyList<MountSpec> mounts)
        => invocation.Status switch
        {
            InvocationStatus.Failed when invocation.ExitCode is NodeScriptExit.Repaired => Repaired(lines, mounts),
            InvocationStatus.Failed => OfExit(invocation.ExitCode, lines),
            InvocationStatus.ExecutionTimedOut => TimedOut,
            InvocationStatus.DeliveryTimedOut or InvocationStatus.Undeliverable => AgentUnreachable,
            _ => null,
        };

    private static MountVerdict OfExit(int? code, IReadOnlyList<MountLine> lines)
    {
        var faults = Told(lines.Where(static line => line.IsFault));
        var message = faults.Length > 0 ? faults : $"The node script ended with exit code {code}.";
        return new MountVerdict(NodeScriptExit.StatusOf(code), NodeScriptExit.ReasonOf(code), Short(message));
    }

    private static MountVerdict Repaired(IReadOnlyList<MountLine> lines, IReadOnlyList<MountSpec> mounts)
    {
        var repaired = Told(lines.Where(static line => line.BroughtBack));
        return Mounted(mounts) with
        {
            Happened = new Happening(
                MountReasons.Repaired, Short(repaired.Length > 0 ? repaired : "A mount was brought back.")),
        };
    }

    private static string Told(IEnumerable<MountLine> lines)
        => string.Join("; ", lines.Select(static line => $"{line.Mount}: {line.Detail}"));

    private static string Short(string text)
    {
        var line = new string([.. text.Select(static c => char.IsControl(c) ? ' ' : c)]);
        return line.Length <= LongestMessage ? line : line[..(LongestMessage - 1)] + "…";
    }
}
