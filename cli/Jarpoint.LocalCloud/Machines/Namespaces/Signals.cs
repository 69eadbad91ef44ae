using System.Runtime.InteropServices;

namespace Jarpoint.LocalCloud.Machines.Namespaces;

/// <summary>kill(2).</summary>
internal static class Signals
{
    public const int Kill = 9;
    public const int Continue = 18;
    public const int Stop = 19;

    /// <summary>To a process, or with a negative id to a process group. One that is gone is no error.</summary>
    public static void Send(int processId, int signal) => _ = Signal(processId, signal);

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Signal(int processId, int signal);
}
