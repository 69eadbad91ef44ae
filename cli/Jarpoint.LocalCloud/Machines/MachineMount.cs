namespace Jarpoint.LocalCloud.Machines;

/// <summary>A mount as the machine's kernel sees it, for a display.</summary>
/// <param name="Mountpoint">Path in the machine.</param>
/// <param name="Daemon">Pid of the mount daemon on this computer; null when there is none.</param>
/// <param name="Mounted">It is in the machine's mountinfo.</param>
public sealed record MachineMount(string Mountpoint, int? Daemon, bool Mounted);
