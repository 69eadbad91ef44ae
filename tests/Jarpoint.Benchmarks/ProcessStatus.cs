using System.Globalization;

namespace Jarpoint.Benchmarks;

/// <summary>What the kernel says of a process that runs. See proc(5), /proc/pid/status.</summary>
internal static class ProcessStatus
{
    /// <param name="id">Of the process.</param>
    /// <param name="field">One in KiB, such as VmRSS (resident now) or VmHWM (its peak).</param>
    /// <returns>MiB; null when the process is gone.</returns>
    public static double? Mebibytes(int id, string field)
    {
        try
        {
            var line = File.ReadLines($"/proc/{id}/status")
                .FirstOrDefault(line => line.StartsWith($"{field}:", StringComparison.Ordinal));
            return line is null
                ? null
                : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
