using System.Globalization;

namespace Jarpoint.LocalCloud.Machines.Namespaces;

/// <summary>The processes of a machine that serve its mounts.</summary>
internal static class MountDaemons
{
    private static readonly string[] Programs = ["mount-s3", "s3fs"];

    /// <summary>Daemons in the process namespace of <paramref name="init"/>, as pids of this computer.</summary>
    public static IReadOnlyList<MountDaemon> Of(int init)
    {
        var home = LinkOf(init, "ns/pid");
        if (home is null)
        {
            return [];
        }

        var daemons = new List<MountDaemon>();
        foreach (var directory in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(directory), NumberStyles.None, CultureInfo.InvariantCulture, out var pid)
                && LinkOf(pid, "exe") is { } program
                && Programs.Contains(Path.GetFileName(program))
                && LinkOf(pid, "ns/pid") == home
                && Arguments(pid) is { Length: > 0 } arguments)
            {
                daemons.Add(new MountDaemon(pid, arguments));
            }
        }

        return daemons;
    }

    private static string? LinkOf(int pid, string name)
    {
        try
        {
            return new FileInfo($"/proc/{pid}/{name}").LinkTarget;
        }
        catch (IOException)
        {
            // It ended between the listing and the look.
            return null;
        }
    }

    private static string[] Arguments(int pid)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/cmdline").Split('\0', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (IOException)
        {
            return [];
        }
    }
}
