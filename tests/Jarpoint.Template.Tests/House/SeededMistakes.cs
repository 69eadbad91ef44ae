using System.Text.Json.Nodes;

namespace Jarpoint.Template.Tests.House;

/// <summary>One mistake of each class, and who has to find it.</summary>
internal static class SeededMistakes
{
    public static IReadOnlyList<Mistake> All { get; } =
    [
        new("property-of-a-resource", "cloudformation", "JarsQueue", "VisibilityTimeOut",
            static t => Rename(Properties(t, "JarsQueue"), "VisibilityTimeout", "VisibilityTimeOut")),
        new("property-of-a-function", "reading", "", "Resources.CatalogJars.Properties.Timeot",
            static t => Rename(Properties(t, "CatalogJars"), "Timeout", "Timeot")),
        new("property-of-globals", "reading", "", "Globals.Function.Tracin",
            static t => Rename(t["Globals"]!["Function"]!.AsObject(), "Tracing", "Tracin")),
        new("property-inside-of-a-functions-property", "cloudformation", "SweepNodes", "LogGrup",
            static t => Rename(Properties(t, "SweepNodes")["LoggingConfig"]!.AsObject(), "LogGroup", "LogGrup")),
        new("attribute-of-a-function", "reading", "", "Resources.MountNodes.DependOn",
            static t => t["Resources"]!["MountNodes"]!["DependOn"] = "JarBucket"),
        new("type-of-a-resource", "cloudformation", "JarsQueue", "AWS::SQS::Que",
            static t => t["Resources"]!["JarsQueue"]!["Type"] = "AWS::SQS::Que"),
        new("dangling-reference", "cloudformation", "JarsQueue", "JarsDeadLeters",
            static t => Properties(t, "JarsQueue")["RedrivePolicy"]!["deadLetterTargetArn"]
                = JsonNode.Parse("""{"Fn::GetAtt":["JarsDeadLeters","Arn"]}""")),
        new("dangling-condition", "reading", "", "HasClutser",
            static t => t["Resources"]!["MountNodes"]!["Condition"] = "HasClutser"),
        new("enumeration", "cloudformation", "JarBucket", "Enabeld",
            static t => Properties(t, "JarBucket")["VersioningConfiguration"]!["Status"] = "Enabeld"),
        new("enumeration-of-globals", "cloudformation", "MountNodes", "provided.al2024",
            static t => t["Globals"]!["Function"]!["Runtime"] = "provided.al2024"),
        new("action", "iam", "CatalogJarsRole", "s3:GetObjct", static t => Grant(t, "CatalogJarsRole", "s3:GetObjct")),
        new("star-action", "iam", "SweepNodesRole", "wildcard ssm:*", static t => Grant(t, "SweepNodesRole", "ssm:*")),
        new("star-resource", "iam", "MountNodesRole", "resource ssm:SendCommand",
            static t => Grant(t, "MountNodesRole", "ssm:SendCommand", "*")),
        new("condition-key", "iam", "JarBucketPolicy", "s3:if-none-mach",
            static t => Properties(t, "JarBucketPolicy")["PolicyDocument"]!["Statement"]![2]!["Fn::If"]![1]!["Condition"]
                = JsonNode.Parse("""{"Null":{"s3:if-none-mach":"true"}}""")),
        new("no-dead-letters", "house", "LaunchesQueue", "no dead-letter queue",
            static t => Properties(t, "LaunchesQueue").Remove("RedrivePolicy")),
        new("no-alarm", "house", "PublishDeadLetters", "no alarm", static t => Remove(t, "PublishDeadLettersAlarm")),
        new("no-retention", "house", "RecordMounts", "retention",
            static t => Properties(t, "RecordMountsLogs").Remove("RetentionInDays")),
        new("no-tracing", "house", "CatalogJars", "traced",
            static t => t["Globals"]!["Function"]!.AsObject().Remove("Tracing")),
        new("shared-role", "house", "RecordMounts", "shares its role",
            static t => Properties(t, "RecordMounts")["Role"] = JsonNode.Parse("""{"Fn::GetAtt":["SweepNodesRole","Arn"]}""")),
        new("two-architectures", "house", "SweepNodes", "one architecture",
            static t => Properties(t, "SweepNodes")["Architectures"] = new JsonArray("x86_64")),
        new("short-visibility", "house", "SweepNodesSource", "out of sight",
            static t => Properties(t, "SweepsQueue")["VisibilityTimeout"] = 119),
        new("whole-batches-fail", "house", "CatalogJarsSource", "whole batch",
            static t => Properties(t, "CatalogJarsSource").Remove("FunctionResponseTypes")),
        new("bucket-goes-with-the-stack", "house", "JarBucket", "outlives",
            static t => t["Resources"]!["JarBucket"]!.AsObject().Remove("DeletionPolicy")),
        new("public-bucket", "house", "JarBucket", "public",
            static t => Properties(t, "JarBucket")["PublicAccessBlockConfiguration"]!["BlockPublicAcls"] = false),
        new("physical-name", "house", "JarsQueue", "QueueName", static t => Properties(t, "JarsQueue")["QueueName"] = "jars"),
        new("unbounded-parameter", "house", "Cluster", "bounded",
            static t => t["Parameters"]!["Cluster"]!.AsObject().Remove("AllowedPattern")),
        new("catalog-writes-jars", "recursion", "CatalogJars", "trigger itself",
            static t => Grant(t, "CatalogJarsRole", "s3:PutObject", Below("jars/*"))),
        new("publisher-writes-the-log", "recursion", "PublishCatalog", "trigger itself",
            static t => Grant(t, "PublishCatalogRole", "s3:PutObject", Below("catalog/v1/*"))),
        new("notification-of-the-whole-catalog", "recursion", "PublishCatalog", "trigger itself",
            static t => Properties(t, "JarBucket")["NotificationConfiguration"]!["QueueConfigurations"]![2]!["Filter"]!["S3Key"]!
                ["Rules"]![0]!["Value"] = "catalog/"),
        new("publisher-copies-into-the-jars", "recursion", "PublishCatalog", "trigger itself",
            static t => Grant(t, "PublishCatalogRole", "s3:PutObject", Below("jars/maven2/*"))),
        new("notification-of-the-repository", "recursion", "PublishCatalog", "trigger itself",
            static t => Properties(t, "JarBucket")["NotificationConfiguration"]!["QueueConfigurations"]![0]!["Filter"]!["S3Key"]!
                ["Rules"]![0]!["Value"] = "maven2/"),
        new("recorder-sends-commands", "recursion", "RecordMounts", "trigger itself",
            static t => Grant(t, "RecordMountsRole", "ssm:SendCommand", JsonNode.Parse(
                """{"Fn::Sub":"arn:aws:ssm:${AWS::Region}:${AWS::AccountId}:document/${CareDocument}"}""")!)),
    ];

    /// <param name="Name">In words, for the test's name.</param>
    /// <param name="Check">Who has to find it.</param>
    /// <param name="Place">Logical id that has to be named, or empty.</param>
    /// <param name="Words">What else the finding has to say.</param>
    /// <param name="Make">Makes the mistake in a template as it is written.</param>
    internal sealed record Mistake(string Name, string Check, string Place, string Words, Action<JsonObject> Make);

    private static JsonObject Properties(JsonObject template, string id)
        => template["Resources"]![id]!["Properties"]!.AsObject();

    private static void Remove(JsonObject template, string id)
        => template["Resources"]!.AsObject().Remove(id).ShouldBeTrue();

    private static void Rename(JsonObject map, string from, string to)
    {
        map[to] = map[from]!.DeepClone();
        map.Remove(from);
    }

    private static JsonNode Below(string prefix) => JsonNode.Parse($$"""{"Fn::Sub":"${JarBucket.Arn}/{{prefix}}"}""")!;

    private static void Grant(JsonObject template, string role, string action, JsonNode? resource = null)
        => Properties(template, role)["Policies"]![1]!["PolicyDocument"]!["Statement"]!.AsArray().Add(
            (JsonNode)new JsonObject
            {
                ["Effect"] = "Allow",
                ["Action"] = action,
                ["Resource"] = resource ?? Below("jars/*"),
            });
}
