using Amazon.CDK.AWS.EKS;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Jarpoint.Cdk.Ways;

/// <summary>The add-on, and a role for each team's service account that reads the team's prefix.</summary>
/// <remarks>
/// The driver itself has no rights: it mounts with those of the pod (<c>authenticationSource: pod</c>), so that a prefix is a
/// boundary and not a convenience. The cluster needs the add-on <c>eks-pod-identity-agent</c>.
/// </remarks>
internal sealed class CsiDriver : Construct
{
    public CsiDriver(Construct scope, string id, JarpointSettings settings, string bucket)
        : base(scope, id)
    {
        new CfnAddon(this, "Addon", new CfnAddonProps
        {
            AddonName = "aws-mountpoint-s3-csi-driver",
            ClusterName = settings.Cluster,
            ResolveConflicts = "OVERWRITE",
        });
        foreach (var team in settings.Csi!.Teams)
        {
            var role = new Role(this, team.Name, new RoleProps
            {
                AssumedBy = new SessionTagsPrincipal(new ServicePrincipal("pods.eks.amazonaws.com")),
                InlinePolicies = new Dictionary<string, PolicyDocument>
                {
                    ["Jars"] = new(new PolicyDocumentProps { Statements = [.. JarReading.Of(bucket, team.Prefix)] }),
                },
            });
            new CfnPodIdentityAssociation(this, $"{team.Name}-identity", new CfnPodIdentityAssociationProps
            {
                ClusterName = settings.Cluster,
                Namespace = team.Name,
                ServiceAccount = CsiWay.ServiceAccount,
                RoleArn = role.RoleArn,
            });
        }
    }
}
