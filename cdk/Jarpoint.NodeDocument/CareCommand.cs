namespace Jarpoint.NodeDocument;

/// <summary>The document that looks after what is mounted.</summary>
public static class CareCommand
{
    /// <summary>Name of the document unless a deployment names it otherwise.</summary>
    public const string DocumentName = "jarpoint-care";

    /// <summary>One of <see cref="Actions"/>.</summary>
    public const string Action = "Action";

    /// <summary>
    /// For <see cref="Refresh"/> and <see cref="Warm"/>: paths below a mount or percent-encoded <c>s3://bucket/key</c>,
    /// separated by a space.
    /// </summary>
    public const string Directories = "Directories";

    public const string DirectoriesPattern = "^([A-Za-z0-9._/%:~*-]+( [A-Za-z0-9._/%:~*-]+)*)?$";

    public const string Verify = "verify";

    public const string Refresh = "refresh";

    public const string Warm = "warm";

    public const string Status = "status";

    /// <summary>Name of the only step.</summary>
    public const string Step = "care";

    public static IReadOnlyList<string> Actions { get; } = [Verify, Refresh, Warm, Status];

    /// <summary>Time for repairing a few mounts, or for reading a few large jars.</summary>
    public static TimeSpan Timeout { get; } = TimeSpan.FromMinutes(15);

    public static IReadOnlyList<CommandParameter> Parameters { get; } =
    [
        new(Action, "What to do.") { AllowedValues = Actions },
        new(Directories, "refresh, warm: paths below a mount or s3://bucket/key, separated by a space.")
        {
            AllowedPattern = DirectoriesPattern,
            Default = string.Empty,
        },
    ];
}
