namespace Jarpoint.LocalCloud.Compute;

/// <summary>
/// Where an instance is in its life; the numbers are EC2's codes. Instances here are never stopped.
/// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceState.html
/// </summary>
public enum InstanceState
{
    Pending = 0,
    Running = 16,
    ShuttingDown = 32,
    Terminated = 48,
}
