namespace Jarpoint.LocalCloud.Machines.Simulated;

/// <summary>
/// Machines without a process: for computers without root or FUSE, and for thousands of nodes. They answer the command
/// documents of the node script as the script does.
/// </summary>
/// <param name="why">Why they are simulated, in a sentence for the screen.</param>
/// <param name="hasBucket">Whether S3 has a bucket.</param>
/// <param name="options">How long things take.</param>
/// <param name="time">The clock they take it by.</param>
public sealed class SimulatedMachines(
    string why, Func<string, bool> hasBucket, SimulatedMachineOptions options, TimeProvider time) : INodeMachines
{
    public string? Simulated => why;

    public Task<INodeMachine> StartAsync(string instanceId, CancellationToken cancellationToken)
        => Task.FromResult<INodeMachine>(new SimulatedMachine(hasBucket, options, time));
}
