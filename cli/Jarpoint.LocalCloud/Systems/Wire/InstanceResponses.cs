namespace Jarpoint.LocalCloud.Systems.Wire;

internal sealed record InstancesResponse(IReadOnlyList<WireInstance> InstanceInformationList, string? NextToken);

internal sealed record PropertiesResponse(IReadOnlyList<WireInstance> InstanceProperties, string? NextToken);

/// <summary>An InstanceInformation, and as far as both have it an InstanceProperty.</summary>
internal sealed record WireInstance
{
    public required string InstanceId { get; init; }

    public required string PingStatus { get; init; }

    public required double LastPingDateTime { get; init; }

    public required double RegistrationDate { get; init; }

    public string AgentVersion { get; init; } = Agent;

    public bool IsLatestVersion { get; init; } = true;

    public string PlatformType { get; init; } = "Linux";

    public string PlatformName { get; init; } = "Amazon Linux";

    public string PlatformVersion { get; init; } = "2023";

    public string ResourceType { get; init; } = "EC2Instance";

    public required string SourceId { get; init; }

    public string SourceType { get; init; } = "AWS::EC2::Instance";

    public required string ComputerName { get; init; }

    // The agent of the EKS AL2023 AMI v20260714.
    public const string Agent = "3.3.4624.0";
}
