namespace Jarpoint.Nodes.Plan;

/// <summary>Settings of a mount beside bucket, prefix and mountpoint; the node script says what each means.</summary>
public static class MountSettings
{
    public const string CacheDirectory = "cache-dir";

    /// <summary>By name; with the shape a value must have, or null where the script alone judges it.</summary>
    internal static readonly IReadOnlyDictionary<string, SettingShape> Known = new Dictionary<string, SettingShape>
    {
        [CacheDirectory] = SettingShape.Path,
        ["cache-mib"] = SettingShape.Number,
        ["region"] = SettingShape.Text,
        ["expected-owner"] = SettingShape.Account,
        ["mount-s3-version"] = SettingShape.Text,
        ["metadata-ttl"] = SettingShape.Text,
        ["negative-metadata-ttl"] = SettingShape.Text,
        ["log-level"] = SettingShape.Text,
        ["memory-mib"] = SettingShape.Number,
        ["probe-interval"] = SettingShape.Text,
        ["probe-deadline"] = SettingShape.Text,
        ["package-source"] = SettingShape.Text,
        ["endpoint-url"] = SettingShape.Text,
        ["path-style"] = SettingShape.Text,
    };

    public static IEnumerable<string> Names => Known.Keys;
}

/// <summary>What a value of a setting looks like.</summary>
internal enum SettingShape
{
    /// <summary>Whatever the grammar of the parameter takes.</summary>
    Text,

    /// <summary>A whole number of at least 1.</summary>
    Number,

    /// <summary>12 digits.</summary>
    Account,

    /// <summary>An absolute, normalized path.</summary>
    Path,
}
