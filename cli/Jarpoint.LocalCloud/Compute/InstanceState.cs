namespace Jarpoint.LocalCloud.Compute;

/// <summary>Where an instance is in its life. Instances here are never stopped.</summary>
public enum InstanceState
{
    Pending,
    Running,
    ShuttingDown,
    Terminated,
}
