using System.Text.Json.Nodes;

namespace Jarpoint.Template.Resolving;

/// <summary>What CloudFormation knows of one deployment besides the template.</summary>
public sealed record StackDeployment
{
    public string StackName { get; init; } = "jarpoint";

    public string Partition { get; init; } = "aws";

    public string Region { get; init; } = "us-east-1";

    /// <summary>Twelve digits.</summary>
    public string Account { get; init; } = "000000000000";

    /// <summary>Values of parameters by name; the others take their default.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Physical names by logical id. A resource without one is named for the stack and its logical id,
    /// <c>jarpoint-JarsQueue</c>, as CloudFormation names it before it adds random letters.
    /// </summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    /// <summary>What <c>AWS::Include</c> finds, by its location as the template writes it.</summary>
    public IReadOnlyDictionary<string, JsonNode> Includes { get; init; } = new Dictionary<string, JsonNode>();
}
