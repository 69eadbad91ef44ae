namespace Jarpoint.LocalCloud.Compute;

/// <summary>An instance changed its state or its tags.</summary>
/// <param name="Before">Null when it was just launched.</param>
/// <param name="After">As it is now.</param>
public sealed record InstanceChange(Instance? Before, Instance After)
{
    /// <summary>It entered this state just now.</summary>
    public bool Entered(InstanceState state) => After.State == state && Before?.State != state;
}
