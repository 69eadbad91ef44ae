namespace Jarpoint.LocalCloud.Machines;

/// <summary>Makes machines for instances.</summary>
public interface INodeMachines
{
    /// <summary>Why machines are simulated, in a sentence for the screen; null when they are real.</summary>
    string? Simulated { get; }

    /// <summary>Starts the machine of an instance; ready to run scripts when it returns.</summary>
    Task<INodeMachine> StartAsync(string instanceId, CancellationToken cancellationToken);
}
