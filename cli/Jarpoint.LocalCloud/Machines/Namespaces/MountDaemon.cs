namespace Jarpoint.LocalCloud.Machines.Namespaces;

/// <summary>A process that serves a mount.</summary>
/// <param name="Id">Pid on this computer.</param>
/// <param name="Arguments">Command line; the mountpoint is one of them.</param>
internal sealed record MountDaemon(int Id, IReadOnlyList<string> Arguments)
{
    /// <summary>Whether each of its threads is stopped, as by SIGSTOP, or it is gone. See proc(5), /proc/pid/stat.</summary>
    public bool IsStopped
    {
        get
        {
            try
            {
                return Directory.EnumerateDirectories($"/proc/{Id}/task")
                    .All(static thread => File.ReadAllText(Path.Combine(thread, "stat")).Split(") ")[^1][0] == 'T');
            }
            catch (IOException)
            {
                return true;
            }
        }
    }
}
