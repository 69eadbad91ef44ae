namespace Jarpoint.LocalCloud.Machines.Namespaces;

/// <summary>A process that serves a mount.</summary>
/// <param name="Id">Pid on this computer.</param>
/// <param name="Arguments">Command line; the mountpoint is one of them.</param>
internal sealed record MountDaemon(int Id, IReadOnlyList<string> Arguments);
