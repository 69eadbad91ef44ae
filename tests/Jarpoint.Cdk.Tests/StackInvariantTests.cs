using System.Text.Json.Nodes;
using Jarpoint.Cdk.Tests.Synthesis;

namespace Jarpoint.Cdk.Tests;

/// <summary>Rules of the house, over every resource of every stack.</summary>
public sealed class StackInvariantTests(Synthesized synthesized)
{
    private static readonly string[] Functions = ["AWS::Lambda::Function"];

    // What takes no resource: tracing, a VPC's interfaces, and reading by Karpenter and the node functions.
    private static readonly HashSet<string> ActionsOfNoResource = new(StringComparer.Ordinal)
    {
        "xray:PutTraceSegments", "xray:PutTelemetryRecords", "pricing:GetProducts", "iam:ListInstanceProfiles",
        "ssm:DescribeInstanceInformation", "ssm:DescribeInstanceProperties", "ssm:ListCommands", "ssm:ListCommandInvocations", "ssm:GetCommandInvocation",
        "ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface", "ec2:AssignPrivateIpAddresses",
        "ec2:UnassignPrivateIpAddresses",
    };

    [Fact]
    public void Buckets_and_the_logs_of_the_cluster_outlive_their_stack()
    {
        var stateful = Deployed().SelectMany(stack => Of(stack, "AWS::S3::Bucket")).ToList();

        stateful.ShouldNotBeEmpty();
        stateful.ShouldAllBe(one => (string?)one["DeletionPolicy"] == "Retain" && (string?)one["UpdateReplacePolicy"] == "Retain");
    }

    [Fact]
    public void Every_queue_has_dead_letters_or_is_them()
    {
        foreach (var stack in Deployed())
        {
            var queues = stack["Resources"]!.AsObject().Where(one => (string?)one.Value!["Type"] == "AWS::SQS::Queue").ToList();
            var dead = queues.Select(one => one.Value!["Properties"]?["RedrivePolicy"]?["deadLetterTargetArn"])
                .OfType<JsonNode>().Select(Target).ToHashSet();
            queues.Where(one => one.Value!["Properties"]!["RedrivePolicy"] is null).Select(one => one.Key)
                .ShouldAllBe(id => dead.Contains(id));
        }
    }

    [Fact]
    public void Every_function_has_logs_that_end_tracing_and_a_role_of_its_own()
    {
        foreach (var stack in Deployed())
        {
            var functions = Of(stack, Functions).Select(one => one["Properties"]!).ToList();
            functions.Select(one => one["Role"]!.ToJsonString()).ShouldBeUnique();
            foreach (var function in functions)
            {
                ((string?)function["TracingConfig"]?["Mode"]).ShouldBe("Active");
                var logs = (string)function["LoggingConfig"]!["LogGroup"]!["Ref"]!;
                stack["Resources"]![logs]!["Properties"]!["RetentionInDays"].ShouldNotBeNull();
            }
        }
    }

    [Fact]
    public void A_stack_has_six_functions_of_one_architecture()
    {
        foreach (var stack in synthesized.Stacks.Where(IsJarpoint))
        {
            var functions = Of(DeployedTemplate.Of(stack.Json), Functions).Select(one => one["Properties"]!).ToList();

            functions.Select(one => (string)one["Handler"]!).Order().ShouldBe(
                ["ApplyManifests", "CatalogJars", "MountNodes", "PublishCatalog", "RecordMounts", "SweepNodes"]);
            functions.Select(one => one["Architectures"]!.ToJsonString()).Distinct().ShouldHaveSingleItem();
        }
    }

    [Fact]
    public void No_action_is_a_star_and_few_are_allowed_on_every_resource()
    {
        foreach (var (stack, statement) in Statements())
        {
            if ((string?)statement["Effect"] == "Deny")
                continue;
            var actions = Texts(statement["Action"]).ToList();
            actions.ShouldAllBe(action => !action.EndsWith('*'), $"{stack}: {statement.ToJsonString()}");
            if (Texts(statement["Resource"]).Contains("*"))
                actions.ShouldAllBe(
                    action => ActionsOfNoResource.Contains(action) || action.StartsWith("ec2:Describe", StringComparison.Ordinal),
                    $"{stack}: {statement.ToJsonString()}");
        }
    }

    [Fact]
    public void Nothing_is_left_to_a_parameter_but_the_version_of_the_bootstrap() =>
        synthesized.Stacks.SelectMany(stack => stack.Json["Parameters"]!.AsObject().Select(one => one.Key)).Distinct()
            .ShouldBe(["BootstrapVersion"]);

    [Fact]
    public void The_policy_of_karpenters_controller_has_room_for_the_longest_name()
    {
        var stack = synthesized[Options.DemoX86];
        var policy = stack.OfType("AWS::IAM::ManagedPolicy").ShouldHaveSingleItem().Resource["Properties"]!["PolicyDocument"]!;

        // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html: 6,144 characters without white space.
        Literal(policy)!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
            .Length.ShouldBeLessThan(6144);
    }

    [Fact]
    public void A_template_leaves_room_below_cloudformations_limit() =>
        synthesized.Stacks.ShouldAllBe(stack => new FileInfo(stack.Path).Length < 512 * 1024);

    private static bool IsJarpoint(StackTemplate stack) => !stack.Name.StartsWith("demo", StringComparison.Ordinal);

    private IEnumerable<JsonObject> Deployed() => synthesized.Stacks.Select(stack => DeployedTemplate.Of(stack.Json));

    private static IEnumerable<JsonObject> Of(JsonObject template, params string[] types) => template["Resources"]!.AsObject()
        .Select(one => one.Value!.AsObject()).Where(one => types.Contains((string)one["Type"]!));

    private static string? Target(JsonNode arn) => arn["Fn::GetAtt"] switch
    {
        JsonArray list => (string?)list[0],
        // CfnInclude keeps the short form.
        var text => ((string?)text)?.Split('.')[0],
    };

    private IEnumerable<(string Stack, JsonObject Statement)> Statements() =>
        from stack in synthesized.Stacks
        from document in Documents(DeployedTemplate.Of(stack.Json)["Resources"]!)
        from statement in document.AsArray()
        select (stack.Name, statement!.AsObject());

    private static IEnumerable<JsonNode> Documents(JsonNode node) => node switch
    {
        JsonObject map when map["Statement"] is JsonArray statements => [statements],
        JsonObject map => map.SelectMany(one => one.Value is null ? [] : Documents(one.Value)),
        JsonArray list => list.SelectMany(one => one is null ? [] : Documents(one)),
        _ => [],
    };

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        null => [],
        JsonArray list => list.SelectMany(Texts),
        JsonValue value => [(string)value!],
        _ => [],
    };

    private static JsonNode? Literal(JsonNode? node) => node switch
    {
        JsonObject { Count: 1 } map when map["Fn::Join"] is JsonArray join =>
            string.Concat(join[1]!.AsArray().Select(part => (string)Literal(part)!)),
        JsonObject { Count: 1 } map when map["Ref"] is { } name => (string)name! switch
        {
            "AWS::Region" => "ap-northeast-1",
            "AWS::Partition" => "aws-us-gov",
            _ => "123456789012",
        },
        JsonObject { Count: 1 } map when map["Fn::GetAtt"] is not null =>
            "arn:aws:iam::123456789012:role/" + new string('r', 64),
        JsonObject map => new JsonObject(map.Select(one => KeyValuePair.Create(one.Key, Literal(one.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Literal)]),
        null => null,
        _ => node.DeepClone(),
    };
}
