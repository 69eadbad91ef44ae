using System.Text.Json.Nodes;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3.Assets;
using Amazon.CDK.AWS.SSM;
using Amazon.CDK.CloudFormation.Include;
using Constructs;
using Jarpoint.NodeDocument;
using Sam = Amazon.CDK.AWS.SAM;

namespace Jarpoint.Cdk.Application;

/// <summary>
/// <c>template.yaml</c> in a stack: every parameter bound, the executable an asset instead of a folder, the documents
/// in it instead of included.
/// </summary>
internal sealed class JarpointApplication : Construct
{
    /// <summary>Logical id of the bucket of the jars.</summary>
    public const string BucketId = "JarBucket";

    private static readonly string[] Functions = ["CatalogJars", "PublishCatalog", "MountNodes", "RecordMounts", "SweepNodes"];

    private readonly CfnInclude template;

    /// <param name="scope">Of the construct.</param>
    /// <param name="id">Of the construct; resources have their names of the template all the same.</param>
    /// <param name="lambdaFolder">Holds <c>bootstrap</c>; see <see cref="LambdaPackage"/>.</param>
    /// <param name="parameters">Of the template, by name; see <see cref="TemplateParameters"/>.</param>
    public JarpointApplication(
        Construct scope, string id, string lambdaFolder, IReadOnlyDictionary<string, string> parameters)
        : base(scope, id)
    {
        Parameters = TemplateParameters.Bind(parameters);
        template = new CfnInclude(this, "Template", new CfnIncludeProps
        {
            TemplateFile = TemplateParameters.TemplateFile,
            Parameters = Parameters.ToDictionary(one => one.Key, one => (object)one.Value),
        });

        Code = new Asset(this, "Code", new AssetProps { Path = lambdaFolder });
        foreach (var function in Functions)
        {
            Resource<Sam.CfnFunction>(function).CodeUri = new Sam.CfnFunction.S3LocationProperty
            {
                Bucket = Code.S3BucketName,
                Key = Code.S3ObjectKey,
            };
        }

        Resource<CfnDocument>("MountDocument").Content = CdkJson.Convert(JsonNode.Parse(CommandDocument.Mount())!);
        Resource<CfnDocument>("CareDocument").Content = CdkJson.Convert(JsonNode.Parse(CommandDocument.Care())!);
    }

    /// <summary>Of the template, by name: every one, given or not.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; }

    /// <summary>The executable of all functions.</summary>
    public Asset Code { get; }

    /// <summary>Name of the bucket of the jars.</summary>
    public string Bucket => template.GetResource(BucketId).Ref;

    /// <summary>What nodes need of <see cref="Bucket"/>.</summary>
    public CfnManagedPolicy ReadJars => Resource<CfnManagedPolicy>("ReadJars");

    /// <summary>Ids and ARNs of the roles that speak to the cluster.</summary>
    public IEnumerable<(string Id, string Arn)> ClusterRoles =>
        ((string[])["RecordMounts", "SweepNodes"]).Select(name => (name, Resource<CfnRole>($"{name}Role").AttrArn));

    private T Resource<T>(string logicalId)
        where T : Amazon.CDK.CfnResource => (T)template.GetResource(logicalId);
}
