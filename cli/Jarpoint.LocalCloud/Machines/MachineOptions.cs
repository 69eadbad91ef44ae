using Jarpoint.LocalCloud.S3;

namespace Jarpoint.LocalCloud.Machines;

/// <summary>What real machines are made with.</summary>
public sealed record MachineOptions
{
    /// <summary>Where S3 answers. Machines share the network of this computer.</summary>
    public required Uri Endpoint { get; init; }

    public string Region { get; init; } = "us-east-1";

    /// <summary>
    /// Faults of that S3, which <see cref="Breakage.Throttle"/> needs. A machine signs with its instance id as access key.
    /// </summary>
    public S3Faults? Faults { get; init; }

    /// <summary>Size of the file system of JARPOINT_HOME, which holds the cache of jars, in memory and used as needed.</summary>
    public int HomeMib { get; init; } = 256;

    /// <summary>Variables of every script beside the machine's own, such as <c>JARPOINT_PROBE_INTERVAL</c>.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
}
