namespace Jarpoint.NodeDocument;

/// <summary>The document that installs and mounts.</summary>
public static class MountCommand
{
    /// <summary>Name of the document unless a deployment names it otherwise.</summary>
    public const string DocumentName = "jarpoint-mount";

    /// <summary>Mounts separated by a space, settings of one by commas: <c>bucket=b,mountpoint=/mnt/jarpoint/b</c>.</summary>
    public const string Mounts = "Mounts";

    public const string MountsPattern =
        "^[a-z][a-z0-9-]*=[A-Za-z0-9._/:-]+([ ,][a-z][a-z0-9-]*=[A-Za-z0-9._/:-]+)*$";

    /// <summary>Name of the only step.</summary>
    public const string Step = "mount";

    /// <summary>Time for waiting for the lock, an installation and a few mounts.</summary>
    public static TimeSpan Timeout { get; } = TimeSpan.FromMinutes(15);

    public static IReadOnlyList<CommandParameter> Parameters { get; } =
    [
        new(Mounts, "Mounts separated by a space, the settings of one by commas: bucket=b,mountpoint=/mnt/jarpoint/b")
        {
            AllowedPattern = MountsPattern,
        },
    ];
}
