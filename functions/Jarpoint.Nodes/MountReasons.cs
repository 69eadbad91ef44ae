namespace Jarpoint.Nodes;

/// <summary>Reasons of the condition, of Events and of log lines. docs/operations.md lists every one; a test sees to it.</summary>
public static class MountReasons
{
    /// <summary>Every mount of the node answered a real read.</summary>
    public const string Mounted = "Mounted";

    /// <summary>Exit 13 of verify, of an Event only: every mount is healthy, and one was brought back since it last said so.</summary>
    public const string Repaired = "Repaired";

    /// <summary>The command was sent and has not answered yet.</summary>
    public const string Mounting = "Mounting";

    /// <summary>Exit 2: a setting of the mount plan is wrong.</summary>
    public const string SettingsInvalid = "SettingsInvalid";

    /// <summary>Exit 3: Bottlerocket, AL2 or another system the node script does not serve.</summary>
    public const string SystemUnsupported = "SystemUnsupported";

    /// <summary>Exit 4: mount-s3 could not be installed.</summary>
    public const string InstallFailed = "InstallFailed";

    /// <summary>Exit 5: the package is not signed by a known key.</summary>
    public const string SignatureUnknown = "SignatureUnknown";

    /// <summary>Exit 6: another run held the lock too long.</summary>
    public const string Locked = "Locked";

    /// <summary>Exit 7: something else is mounted or lies at the mountpoint.</summary>
    public const string MountpointOccupied = "MountpointOccupied";

    /// <summary>Exit 8: mount-s3 refused its arguments (its exit 2).</summary>
    public const string ArgumentsRefused = "ArgumentsRefused";

    /// <summary>Exit 9: mount-s3 could not mount: bucket, rights, owner or network.</summary>
    public const string MountFailed = "MountFailed";

    /// <summary>Exit 10: the mount is dead and could not be brought back.</summary>
    public const string MountDead = "MountDead";

    /// <summary>Exit 11: the mount lives but S3 does not answer for it; nothing was touched. Status Unknown.</summary>
    public const string StoreUnreachable = "StoreUnreachable";

    /// <summary>Exit 12: nothing is mounted on the node.</summary>
    public const string NothingMounted = "NothingMounted";

    /// <summary>Any other exit code of the node script.</summary>
    public const string ScriptFailed = "ScriptFailed";

    /// <summary>The script did not end in time.</summary>
    public const string CommandTimedOut = "CommandTimedOut";

    /// <summary>The agent did not take the command. Status Unknown.</summary>
    public const string AgentUnreachable = "AgentUnreachable";

    /// <summary>The node was not ready in time.</summary>
    public const string DeadlinePassed = "DeadlinePassed";

    /// <summary>Its NodeClaim was deleted because it was not ready in time.</summary>
    public const string Replaced = "Replaced";

    /// <summary>Too many nodes are unhealthy: repairs are stopped.</summary>
    public const string GuardTripped = "GuardTripped";
}
