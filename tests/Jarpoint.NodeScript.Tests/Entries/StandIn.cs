using System.Text;

namespace Jarpoint.NodeScript.Tests.Entries;

/// <summary>What stands in for what a machine here does not have, copied onto the machine.</summary>
internal static class StandIn
{
    private const string Directory = "/run/machine/stand-in";

    private static readonly string Installation = InstallationOf(Path.Combine(AppContext.BaseDirectory, "stand-in"));

    public static string PathOf(string name) => $"{Directory}/{name}";

    /// <summary>
    /// Copies them. A machine has /mnt, /run and /tmp of its own: what was built below one of this computer's cannot be
    /// seen there.
    /// </summary>
    public static async Task InstallAsync(NodeBench bench)
    {
        var run = await bench.RunAsync(Installation);
        run.ExitCode.ShouldBe(0, run.Error);
    }

    private static string InstallationOf(string source)
    {
        var script = new StringBuilder($"set -e\nmkdir {Directory}\n");
        foreach (var file in System.IO.Directory.EnumerateFiles(source))
        {
            var path = PathOf(Path.GetFileName(file));
            script.Append($"cat >{path} <<'END_OF_STAND_IN'\n{File.ReadAllText(file)}END_OF_STAND_IN\nchmod 0755 {path}\n");
        }

        return script.ToString();
    }
}
