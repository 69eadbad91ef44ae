using System.Globalization;
using System.Text.Json.Nodes;
using Jarpoint.NodeDocument;
using Jarpoint.Template;
using Jarpoint.Template.Resolving;

namespace Jarpoint.LocalCloud.Hosting;

/// <summary>template.yaml, deployed here. What is different from a deployment to an account is said in this file.</summary>
internal static class JarpointDeployment
{
    // People know them by these names; CloudFormation would add random letters.
    public const string MountDocument = MountCommand.DocumentName;
    public const string CareDocument = CareCommand.DocumentName;

    public static string Taint { get; } = ApplicationTemplate.Parse()["Parameters"]![nameof(Taint)]!["Default"]!.ToString();

    /// <summary>Everything is near and young here: a burst of uploads is over soon.</summary>
    public static TimeSpan RefreshQuiet { get; } = TimeSpan.FromSeconds(2);

    /// <summary>The functions that keep the catalog, and with nodes those that keep them mounted.</summary>
    public static IReadOnlyList<FunctionDeployment> Functions(LocalCloudOptions options)
    {
        var template = Resolve(options);
        return
        [
            .. template.OfType("AWS::Lambda::EventSourceMapping")
                .Select(mapping => FunctionProjection.Read(template, mapping))
                .Select(function => function.Function == "SweepNodes" && options.Nodes is { } local
                    ? function with { Rate = local.SweepRate }
                    : function),
        ];
    }

    /// <summary>The template as it comes out here.</summary>
    public static ResolvedTemplate Resolve(LocalCloudOptions options) => ApplicationTemplate.Resolve(
        new StackDeployment
        {
            Region = options.Account.Region,
            Account = options.Account.Id,
            Parameters = new Dictionary<string, string>(options.Nodes is { } nodes ? Parameters(nodes) : [])
            {
                ["EventBus"] = options.Account.EventBusArn,
            },
            Names = new Dictionary<string, string>
            {
                ["JarBucket"] = options.Bucket,
                [nameof(MountDocument)] = MountDocument,
                [nameof(CareDocument)] = CareDocument,
            },
            Includes = new Dictionary<string, JsonNode>
            {
                ["artifacts/documents/mount.json"] = JsonNode.Parse(CommandDocument.Mount())!,
                ["artifacts/documents/care.json"] = JsonNode.Parse(CommandDocument.Care())!,
            },
        });

    /// <summary>Variables of every function, besides those of the template.</summary>
    public static IReadOnlyDictionary<string, string> Environment(Uri endpoint) => new Dictionary<string, string>
    {
        ["JARPOINT_S3_PATH_STYLE"] = "true",
        ["AWS_ENDPOINT_URL"] = endpoint.ToString().TrimEnd('/'),
    };

    private static Dictionary<string, string> Parameters(LocalNodeOptions nodes) => new()
    {
        ["Cluster"] = nodes.Cluster,
        ["MountPlan"] = nodes.MountPlan ?? string.Empty,

        // For the same reason look soon, and often.
        ["AgentGraceSeconds"] = "0",
        ["AgentPollSeconds"] = "1",
        ["RefreshQuietSeconds"] = RefreshQuiet.Seconds.ToString(CultureInfo.InvariantCulture),
    };
}
