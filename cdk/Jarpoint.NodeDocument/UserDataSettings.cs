namespace Jarpoint.NodeDocument;

/// <summary>What a node is told by user data.</summary>
/// <remarks>
/// Every value is of a closed alphabet without quotes; <see cref="UserData.Render"/> refuses others. Where a bucket is
/// named, a token of the CDK may stand for a name that CloudFormation puts in.
/// </remarks>
public sealed record UserDataSettings
{
    /// <summary>Bucket of the node script. The instance needs <c>s3:GetObject</c> there.</summary>
    public required string ScriptBucket { get; init; }

    /// <summary>Key of the node script. Default: <see cref="UserData.ScriptKey"/>.</summary>
    public string ScriptKey { get; init; } = UserData.ScriptKey;

    /// <summary>Digest of the node script in lower-case hexadecimal: nothing else runs. Default: of this version's.</summary>
    public string ScriptSha256 { get; init; } = NodeScriptText.Sha256;

    /// <summary>Region of the script's bucket. Null: the aws command finds out.</summary>
    public string? ScriptRegion { get; init; }

    /// <summary>Account that must own the script's bucket, 12 digits.</summary>
    public string? ScriptOwner { get; init; }

    /// <summary>Endpoint of S3 for the script other than the region's, such as <c>https://bucket.vpce-1.s3.eu-west-1.vpce.amazonaws.com</c>.</summary>
    public string? ScriptEndpoint { get; init; }

    /// <summary>JARPOINT_MOUNTS: <c>bucket=b,mountpoint=/mnt/jarpoint/b</c>, several separated by a space.</summary>
    public required string Mounts { get; init; }

    /// <summary>Time for what may pass (S3, roles that are not there yet), 0 (once) to 600 seconds. Karpenter replaces a node that has not registered after 15 minutes.</summary>
    public int DeadlineSeconds { get; init; } = 300;

    /// <summary>Other settings of the node script by their variable: <c>JARPOINT_MOUNT_S3_VERSION</c>.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}
