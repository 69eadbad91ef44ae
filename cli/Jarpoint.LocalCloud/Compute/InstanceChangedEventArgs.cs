namespace Jarpoint.LocalCloud.Compute;

/// <summary>An instance changed its state or its tags.</summary>
public sealed class InstanceChangedEventArgs(Instance? before, Instance after) : EventArgs
{
    /// <summary>Null when it was just launched.</summary>
    public Instance? Before => before;

    /// <summary>As it is now.</summary>
    public Instance After => after;

    /// <summary>True when it came to this state just now.</summary>
    public bool Entered(InstanceState state) => After.State == state && Before?.State != state;
}
