namespace Jarpoint.LocalCloud.Machines.Namespaces;

/// <summary>Machines that are namespaces of this computer's kernel, with real FUSE mounts. Needs root.</summary>
/// <param name="options">What they are made with.</param>
/// <param name="mountS3">Path of a real mount-s3; null when the stand-in serves (<see cref="MachineSupport"/>).</param>
/// <param name="time">Clock of time-outs.</param>
public sealed class NamespaceMachines(MachineOptions options, string? mountS3, TimeProvider time) : INodeMachines
{
    public string? Simulated => null;

    public async Task<INodeMachine> StartAsync(string instanceId, CancellationToken cancellationToken)
        => await NamespaceMachine.StartAsync(instanceId, options, mountS3, time, cancellationToken);
}
