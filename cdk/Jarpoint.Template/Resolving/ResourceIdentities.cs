using System.Text.Json.Nodes;

namespace Jarpoint.Template.Resolving;

/// <summary>What Ref and Fn::GetAtt give of resources: names, addresses and ARNs, by type.</summary>
internal sealed class ResourceIdentities(StackDeployment deployment)
{
    private readonly Dictionary<string, string> types = new(StringComparer.Ordinal);

    public void Add(string id, string type) => types[id] = type;

    public string Name(string id) => deployment.Names.GetValueOrDefault(id) ?? $"{deployment.StackName}-{id}";

    /// <exception cref="TemplateException">This deployment has no such resource.</exception>
    public JsonNode Ref(string id, string place) => Type(id, place) switch
    {
        "AWS::SQS::Queue" => $"https://sqs.{deployment.Region}.amazonaws.com/{deployment.Account}/{Name(id)}",
        "AWS::IAM::ManagedPolicy" => Arn(id, place),
        _ => Name(id),
    };

    /// <exception cref="TemplateException">This deployment has no such resource, or its type no such attribute.</exception>
    public JsonNode Attribute(string id, string attribute, string place) => (Type(id, place), attribute) switch
    {
        (_, "Arn") => Arn(id, place),
        ("AWS::SQS::Queue", "QueueName") => Name(id),
        ("AWS::SQS::Queue", "QueueUrl") => Ref(id, place),
        (var type, _) => throw new TemplateException(place, $"the attribute {attribute} of {type} is not known here"),
    };

    private string Type(string id, string place)
        => types.GetValueOrDefault(id) ?? throw new TemplateException(place, $"this deployment has nothing named {id}");

    // The last part of an ARN, by the types whose ARN this library knows.
    private string Arn(string id, string place)
    {
        var name = Name(id);
        var (region, account) = (deployment.Region, deployment.Account);
        var rest = Type(id, place) switch
        {
            "AWS::Events::Rule" => $"events:{region}:{account}:rule/{name}",
            "AWS::IAM::ManagedPolicy" => $"iam::{account}:policy/{name}",
            "AWS::IAM::Role" => $"iam::{account}:role/{name}",
            "AWS::Lambda::Function" => $"lambda:{region}:{account}:function:{name}",
            "AWS::Logs::LogGroup" => $"logs:{region}:{account}:log-group:{name}:*",
            "AWS::S3::Bucket" => $"s3:::{name}",
            "AWS::SQS::Queue" => $"sqs:{region}:{account}:{name}",
            var type => throw new TemplateException(place, $"the ARN of {type} is not known here"),
        };
        return $"arn:{deployment.Partition}:{rest}";
    }
}
