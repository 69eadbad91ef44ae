using Jarpoint.Nodes.Cluster;

namespace Jarpoint.Nodes.Commands;

/// <summary>What an exit code of the node script says of the node. The one place that knows.</summary>
public static class NodeScriptExit
{
    public const int Locked = 6;
    public const int NothingMounted = 12;

    /// <summary>Healthy, as 0 is. It is another code so that SSM lists it: successes would have to be read one by one.</summary>
    public const int Repaired = 13;

    private const int Unknown = 11;

    /// <summary>The reason for an exit code other than 0 and <see cref="Repaired"/>.</summary>
    public static string ReasonOf(int? code) => code switch
    {
        2 => MountReasons.SettingsInvalid,
        3 => MountReasons.SystemUnsupported,
        4 => MountReasons.InstallFailed,
        5 => MountReasons.SignatureUnknown,
        Locked => MountReasons.Locked,
        7 => MountReasons.MountpointOccupied,
        8 => MountReasons.ArgumentsRefused,
        9 => MountReasons.MountFailed,
        10 => MountReasons.MountDead,
        Unknown => MountReasons.StoreUnreachable,
        NothingMounted => MountReasons.NothingMounted,
        _ => MountReasons.ScriptFailed,
    };

    /// <summary>Only a mount that S3 does not answer for is unknown; whatever else is wrong is known to be.</summary>
    public static ConditionStatus StatusOf(int? code)
        => code is Unknown ? ConditionStatus.Unknown : ConditionStatus.False;
}
