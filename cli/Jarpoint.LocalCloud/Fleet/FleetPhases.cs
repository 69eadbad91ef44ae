namespace Jarpoint.LocalCloud.Fleet;

/// <summary>When an instance reached what for the first time; null for not yet.</summary>
/// <param name="Launched">RunInstances was called.</param>
/// <param name="Running">EC2 said running.</param>
/// <param name="Agent">The SSM agent registered.</param>
/// <param name="Commanded">The mount command reached the agent.</param>
/// <param name="Mounted">The mount command ended with success.</param>
/// <param name="Registered">Karpenter saw the node register.</param>
/// <param name="Ready">Condition True, and the startup taint gone.</param>
public sealed record FleetPhases(
    DateTimeOffset Launched,
    DateTimeOffset? Running = null,
    DateTimeOffset? Agent = null,
    DateTimeOffset? Commanded = null,
    DateTimeOffset? Mounted = null,
    DateTimeOffset? Registered = null,
    DateTimeOffset? Ready = null);
