using System.Collections.Immutable;

namespace Jarpoint.LocalCloud.Compute;

/// <summary>An EC2 instance at one moment.</summary>
public sealed record Instance
{
    /// <summary><c>i-</c> and 17 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>Position in the order of launches; instances are listed by it.</summary>
    public required long Number { get; init; }

    /// <summary><c>r-</c> and 17 hexadecimal digits; instances of one launch share it.</summary>
    public required string ReservationId { get; init; }

    /// <summary>Availability zone, such as <c>eu-west-1a</c>.</summary>
    public required string Zone { get; init; }

    public required InstanceLaunch Launch { get; init; }

    public required InstanceState State { get; init; }

    public required DateTimeOffset LaunchedAt { get; init; }

    /// <summary>From when on a Describe action knows it.</summary>
    public required DateTimeOffset DescribedFrom { get; init; }

    public required string PrivateAddress { get; init; }

    /// <summary>Host name inside the VPC, such as <c>ip-10-0-0-4.eu-west-1.compute.internal</c>.</summary>
    public required string PrivateDnsName { get; init; }

    public required ImmutableSortedDictionary<string, string> Tags { get; init; }
}
