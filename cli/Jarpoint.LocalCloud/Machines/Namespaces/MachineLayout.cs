using System.Globalization;

namespace Jarpoint.LocalCloud.Machines.Namespaces;

/// <summary>Where things lie in a machine: all of it in private file systems.</summary>
internal static class MachineLayout
{
    /// <summary>JARPOINT_HOME: settings of the mounts and the cache. A file system of its own, so that it can be full.</summary>
    public const string Home = "/run/jarpoint-home";

    public const string Programs = "/run/machine/bin";
    public const string Scripts = "/run/machine/scripts";
    public const string SystemPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    /// <summary>A path of the machine as seen from outside.</summary>
    public static string FromOutside(int init, string path)
        => string.Create(CultureInfo.InvariantCulture, $"/proc/{init}/root{path}");

    /// <summary>The environment of every script.</summary>
    public static Dictionary<string, string> EnvironmentOf(string instanceId, MachineOptions options, string? mountS3)
    {
        var address = options.Endpoint.GetLeftPart(UriPartial.Authority);
        var programs = mountS3 is null ? Programs : Path.GetDirectoryName(mountS3)!;
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PATH"] = $"{programs}:{SystemPath}",
            ["HOME"] = "/run/machine",
            ["LANG"] = "C.UTF-8",
            ["AWS_ACCESS_KEY_ID"] = instanceId,
            ["AWS_SECRET_ACCESS_KEY"] = "local",
            ["AWS_REGION"] = options.Region,
            ["AWS_ENDPOINT_URL"] = address,
            ["AWS_EC2_METADATA_DISABLED"] = "true",
            ["JARPOINT_HOME"] = Home,
            ["JARPOINT_REGION"] = options.Region,
            ["JARPOINT_ENDPOINT_URL"] = address,
            ["JARPOINT_PATH_STYLE"] = "true",
        };
        foreach (var (name, value) in options.Environment)
        {
            environment[name] = value;
        }

        return environment;
    }
}
