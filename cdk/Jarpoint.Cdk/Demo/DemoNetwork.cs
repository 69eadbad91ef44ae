using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Constructs;

namespace Jarpoint.Cdk.Demo;

/// <summary>A VPC with two public and two private subnets in two zones, one NAT gateway, and S3 without it.</summary>
/// <remarks>
/// L1 throughout: the L2 `Vpc` looks zones up in the account as soon as a stack names one, and a synth must not depend on
/// an account.
/// </remarks>
internal sealed class DemoNetwork : Construct
{
    private const int Zones = 2;

    private readonly string cluster;
    private readonly CfnVPC vpc;

    public DemoNetwork(Construct scope, string id, string cluster)
        : base(scope, id)
    {
        this.cluster = cluster;
        vpc = new CfnVPC(this, "Vpc", new CfnVPCProps
        {
            CidrBlock = "10.0.0.0/16",
            EnableDnsHostnames = true,
            EnableDnsSupport = true,
            Tags = [Named("vpc")],
        });
        var outside = Public();
        var nat = Gateway(outside);
        var inside = Private(nat);

        PublicSubnets = outside;
        PrivateSubnets = inside;
    }

    public IReadOnlyList<string> PublicSubnets { get; }

    public IReadOnlyList<string> PrivateSubnets { get; }

    private string[] Public()
    {
        var internet = new CfnInternetGateway(this, "Internet", new CfnInternetGatewayProps { Tags = [Named("internet")] });
        var attachment = new CfnVPCGatewayAttachment(this, "InternetAttachment", new CfnVPCGatewayAttachmentProps
        {
            VpcId = vpc.Ref,
            InternetGatewayId = internet.Ref,
        });
        var table = Table("Public");
        var route = new CfnRoute(this, "PublicRoute", new CfnRouteProps
        {
            RouteTableId = table.Ref,
            DestinationCidrBlock = "0.0.0.0/0",
            GatewayId = internet.Ref,
        });
        route.AddDependency(attachment);
        return Subnets("Public", "10.0.{0}.0/24", table, new CfnTag { Key = "kubernetes.io/role/elb", Value = "1" });
    }

    // One for both zones: a demonstration may lose a zone, not the money of a second gateway.
    private CfnNatGateway Gateway(string[] outside)
    {
        var address = new CfnEIP(this, "NatAddress", new CfnEIPProps { Domain = "vpc" });
        return new CfnNatGateway(this, "Nat", new CfnNatGatewayProps
        {
            SubnetId = outside[0],
            AllocationId = address.AttrAllocationId,
            Tags = [Named("nat")],
        });
    }

    private string[] Private(CfnNatGateway nat)
    {
        var table = Table("Private");
        new CfnRoute(this, "PrivateRoute", new CfnRouteProps
        {
            RouteTableId = table.Ref,
            DestinationCidrBlock = "0.0.0.0/0",
            NatGatewayId = nat.Ref,
        });

        // Jars are read by every node: not a byte of them should be paid for at the NAT gateway.
        new CfnVPCEndpoint(this, "S3", new CfnVPCEndpointProps
        {
            VpcId = vpc.Ref,
            VpcEndpointType = "Gateway",
            ServiceName = $"com.amazonaws.{Aws.REGION}.s3",
            RouteTableIds = [table.Ref],
        });
        return Subnets(
            "Private",
            "10.0.{0}.0/18",
            table,
            new CfnTag { Key = "kubernetes.io/role/internal-elb", Value = "1" },
            new CfnTag { Key = "karpenter.sh/discovery", Value = cluster });
    }

    private string[] Subnets(string name, string block, CfnRouteTable table, params CfnTag[] tags) =>
        [.. Enumerable.Range(0, Zones).Select(zone => Subnet(name, zone, block, table, tags))];

    private string Subnet(string name, int zone, string block, CfnRouteTable table, CfnTag[] tags)
    {
        var isPublic = name == "Public";
        // Private subnets take the upper half, a quarter of the VPC each: a node and each of its pods have an address.
        var third = isPublic ? zone : 128 + (64 * zone);
        var subnet = new CfnSubnet(this, $"{name}{zone + 1}", new CfnSubnetProps
        {
            VpcId = vpc.Ref,
            AvailabilityZone = Fn.Select(zone, Fn.GetAzs()),
            CidrBlock = block.Replace("{0}", $"{third}", StringComparison.Ordinal),
            MapPublicIpOnLaunch = false,
            Tags = [Named($"{name.ToLowerInvariant()}-{zone + 1}"), .. tags],
        });
        new CfnSubnetRouteTableAssociation(this, $"{name}{zone + 1}Routes", new CfnSubnetRouteTableAssociationProps
        {
            SubnetId = subnet.Ref,
            RouteTableId = table.Ref,
        });
        return subnet.Ref;
    }

    private CfnRouteTable Table(string name) => new(this, $"{name}Table", new CfnRouteTableProps
    {
        VpcId = vpc.Ref,
        Tags = [Named(name.ToLowerInvariant())],
    });

    private CfnTag Named(string what) => new() { Key = "Name", Value = $"{cluster}-{what}" };
}
