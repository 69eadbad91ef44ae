using System.ComponentModel;
using System.Diagnostics;

namespace Jarpoint.LocalCloud.Machines;

/// <summary>Whether this computer can make real machines.</summary>
/// <param name="Missing">Why not, in a sentence for the screen; null when it can.</param>
/// <param name="MountS3">Path of a real mount-s3; null when s3fs stands in for it.</param>
public sealed record MachineSupport(string? Missing, string? MountS3)
{
    private static readonly string[] Tools = ["bash", "unshare", "nsenter", "setsid", "mount", "umount", "hostname"];
    private static readonly string[] StandInTools = ["s3fs", "curl"];

    /// <summary>Looks, and makes a namespace to see.</summary>
    public static async Task<MachineSupport> ProbeAsync(CancellationToken cancellationToken)
    {
        var mountS3 = FindOnPath("mount-s3");
        return new MachineSupport(MissingPart(mountS3) ?? await TryAsync(cancellationToken), mountS3);
    }

    private static string? MissingPart(string? mountS3)
    {
        if (!OperatingSystem.IsLinux())
        {
            return "nodes are simulated: real ones need Linux";
        }

        if (!Environment.IsPrivilegedProcess)
        {
            return "nodes are simulated: real ones need root";
        }

        if (OpenFuse() is { } why)
        {
            return $"nodes are simulated: /dev/fuse cannot be opened: {why}";
        }

        string[] needed = mountS3 is null ? [.. Tools, .. StandInTools] : Tools;
        return needed.FirstOrDefault(tool => FindOnPath(tool) is null) is { } missing
            ? $"nodes are simulated: there is no {missing} on the PATH"
            : null;
    }

    private static string? OpenFuse()
    {
        try
        {
            File.OpenHandle("/dev/fuse", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite).Dispose();
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return error.Message;
        }
    }

    // Containers give root without the right to make namespaces or to mount: only trying tells.
    private static async Task<string?> TryAsync(CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(
            "unshare",
            ["--mount", "--pid", "--uts", "--fork", "--kill-child", "mount", "-t", "tmpfs", "probe", "/mnt"])
        {
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var error = await process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? null : $"nodes are simulated: no namespace can be made: {error.Trim()}";
        }
        catch (Win32Exception error)
        {
            return $"nodes are simulated: unshare does not start: {error.Message}";
        }
    }

    private static string? FindOnPath(string name) => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);
}
