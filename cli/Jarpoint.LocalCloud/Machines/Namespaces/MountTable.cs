using System.Text;

namespace Jarpoint.LocalCloud.Machines.Namespaces;

/// <summary>
/// Mountpoints of mount-s3 in a <c>mountinfo</c> file.
/// https://www.kernel.org/doc/Documentation/filesystems/proc.txt, 3.5
/// </summary>
internal static class MountTable
{
    private const int Mountpoint = 4;

    /// <summary>mount-s3 names itself so as the source of its mounts, and the stand-in does likewise.</summary>
    private const string Source = "mountpoint-s3";

    public static IReadOnlyList<string> Mountpoints(string mountInfo) =>
    [
        .. mountInfo.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => (Fields: line.Split(' '), Type: line[(line.IndexOf(" - ", StringComparison.Ordinal) + 3)..]))
            .Where(line => line.Type.Split(' ') is ["fuse", Source, ..])
            .Select(line => Unescape(line.Fields[Mountpoint]))
            .Distinct(StringComparer.Ordinal),
    ];

    // Space, tab, newline and backslash are written as three octal digits.
    private static string Unescape(string path)
    {
        var text = new StringBuilder(path.Length);
        for (var at = 0; at < path.Length; at++)
        {
            if (path[at] == '\\' && at + 3 < path.Length)
            {
                text.Append((char)Convert.ToInt32(path.Substring(at + 1, 3), 8));
                at += 3;
            }
            else
            {
                text.Append(path[at]);
            }
        }

        return text.ToString();
    }
}
