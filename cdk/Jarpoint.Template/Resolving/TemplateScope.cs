using System.Text.Json.Nodes;

namespace Jarpoint.Template.Resolving;

/// <summary>Where names are looked up.</summary>
internal sealed record TemplateScope(
    JsonObject Template,
    StackDeployment Deployment,
    IReadOnlyDictionary<string, string> Parameters,
    TemplateConditions Conditions,
    ResourceIdentities Identities)
{
    /// <summary>What a reference to <c>AWS::NoValue</c> gives: its place is taken out.</summary>
    public static JsonNode NoValue { get; } = JsonValue.Create("AWS::NoValue");

    /// <exception cref="TemplateException">There is nothing of that name.</exception>
    public JsonNode Ref(string name, string place) => name switch
    {
        "AWS::NoValue" => NoValue,
        "AWS::AccountId" => Deployment.Account,
        "AWS::Partition" => Deployment.Partition,
        "AWS::Region" => Deployment.Region,
        "AWS::StackName" => Deployment.StackName,
        "AWS::URLSuffix" => "amazonaws.com",
        _ when Parameters.TryGetValue(name, out var value) => value,
        _ => Identities.Ref(name, place),
    };
}
