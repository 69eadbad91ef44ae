namespace Jarpoint.LocalCloud.Machines;

/// <summary>
/// What an instance is made of: a private mount and process namespace with real FUSE mounts, or a simulation of what the
/// node script does. Disposing of it ends every process and mount in it.
/// </summary>
public interface INodeMachine : IAsyncDisposable
{
    /// <summary>Runs a script as root of the machine. Several may run at once.</summary>
    Task<ScriptRun> RunAsync(NodeScript script, CancellationToken cancellationToken);

    /// <summary>Breaks it.</summary>
    /// <exception cref="InvalidOperationException">There is nothing to break, such as no mount.</exception>
    Task BreakAsync(Breakage how, CancellationToken cancellationToken);

    /// <summary>What is mounted now.</summary>
    IReadOnlyList<MachineMount> Mounts();
}
