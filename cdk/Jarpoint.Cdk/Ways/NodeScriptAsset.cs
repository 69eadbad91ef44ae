using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3.Assets;
using Constructs;
using Jarpoint.NodeDocument;

namespace Jarpoint.Cdk.Ways;

/// <summary>The node script in the bucket of CDK's bootstrap: user data, with room for 16 KB, fetches it from there.</summary>
internal sealed class NodeScriptAsset : Construct
{
    private readonly Asset asset;

    public NodeScriptAsset(Construct scope, string id)
        : base(scope, id)
    {
        // CDK copies the file into the assembly at once and takes the digest of what it holds for its key.
        var folder = Directory.CreateTempSubdirectory("jarpoint-cdk-");
        try
        {
            // CDK takes what is behind the last dot of a name into the key.
            var path = Path.Combine(folder.FullName, $"{NodeScriptText.FileName}.sh");
            File.WriteAllText(path, NodeScriptText.Whole);
            asset = new Asset(this, "Script", new AssetProps { Path = path });
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>User data that fetches this very script, and mounts.</summary>
    public string UserData(string mounts) => NodeDocument.UserData.Render(new UserDataSettings
    {
        ScriptBucket = asset.S3BucketName,
        ScriptKey = asset.S3ObjectKey,
        Mounts = mounts,
    });

    /// <summary>Reading that one object, by those who boot with it.</summary>
    public PolicyStatement Fetching() => new(new PolicyStatementProps
    {
        Actions = ["s3:GetObject"],
        Resources = [$"arn:{Aws.PARTITION}:s3:::{asset.S3BucketName}/{asset.S3ObjectKey}"],
    });
}
