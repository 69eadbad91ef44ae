namespace Jarpoint.LocalCloud.Compute;

/// <summary>States as EC2 spells them.</summary>
public static class InstanceStateNames
{
    public static string Name(this InstanceState state)
        => state switch
        {
            InstanceState.Pending => "pending",
            InstanceState.Running => "running",
            InstanceState.ShuttingDown => "shutting-down",
            _ => "terminated",
        };
}
