using Amazon.CDK;
using Amazon.CDK.AWS.IAM;

namespace Jarpoint.Cdk.Ways;

/// <summary>What mount-s3 needs of a bucket it mounts read-only.</summary>
/// <remarks>https://github.com/awslabs/mountpoint-s3/blob/main/doc/CONFIGURATION.md#iam-permissions</remarks>
internal static class JarReading
{
    public static IEnumerable<PolicyStatement> Of(string bucket, string prefix)
    {
        var arn = $"arn:{Aws.PARTITION}:s3:::{bucket}";
        yield return new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["s3:ListBucket"],
            Resources = [arn],
            // mount-s3 lists the prefix itself and what is below it.
            Conditions = prefix.Length == 0
                ? null
                : new Dictionary<string, object>
                {
                    ["StringLike"] = new Dictionary<string, object> { ["s3:prefix"] = new[] { prefix, $"{prefix}*" } },
                },
        });
        yield return new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["s3:GetObject"],
            Resources = [$"{arn}/{prefix}*"],
        });
    }
}
