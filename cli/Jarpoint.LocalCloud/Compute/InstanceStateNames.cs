namespace Jarpoint.LocalCloud.Compute;

/// <summary>
/// States as EC2 writes them.
/// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceState.html
/// </summary>
internal static class InstanceStateNames
{
    public static string Name(this InstanceState state)
        => state switch
        {
            InstanceState.Pending => "pending",
            InstanceState.Running => "running",
            InstanceState.ShuttingDown => "shutting-down",
            _ => "terminated",
        };

    public static int Code(this InstanceState state)
        => state switch
        {
            InstanceState.Pending => 0,
            InstanceState.Running => 16,
            InstanceState.ShuttingDown => 32,
            _ => 48,
        };
}
