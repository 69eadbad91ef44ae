namespace Jarpoint.LocalCloud.Hosting;

/// <summary>The account and region that the laptop cloud's ARNs name.</summary>
/// <param name="Region">Region name, such as <c>us-east-1</c>.</param>
/// <param name="Id">Twelve digits.</param>
public sealed record LocalAccount(string Region = "us-east-1", string Id = "000000000000")
{
    public string QueueArn(string name) => $"arn:aws:sqs:{Region}:{Id}:{name}";

    /// <summary>Of the default event bus.</summary>
    public string EventBusArn => $"arn:aws:events:{Region}:{Id}:event-bus/default";

    public string FunctionArn(string name) => $"arn:aws:lambda:{Region}:{Id}:function:{name}";

    public string RuleArn(string name) => $"arn:aws:events:{Region}:{Id}:rule/{name}";
}
