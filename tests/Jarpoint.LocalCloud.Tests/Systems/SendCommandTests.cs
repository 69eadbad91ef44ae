using System.Text.Json;
using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using static Jarpoint.LocalCloud.Tests.Systems.SsmServer;

namespace Jarpoint.LocalCloud.Tests.Systems;

public sealed class SendCommandTests
{
    private const string Parameters = """
        {"schemaVersion":"2.2",
         "parameters":{
           "Action":{"type":"String","allowedValues":["verify","refresh"],"interpolationType":"ENV_VAR"},
           "Directories":{"type":"String","default":"","maxChars":5,"interpolationType":"ENV_VAR"},
           "commands":{"type":"StringList","default":["true"],"maxItems":2},
           "limit":{"type":"String","default":"42"}},
         "mainSteps":[
           {"action":"aws:runShellScript","name":"first","inputs":{"runCommand":["{{ commands }}","echo {{limit}}"],"timeoutSeconds":"{{ limit }}"}},
           {"action":"aws:runShellScript","name":"second","inputs":{"runCommand":"{{ commands }}","timeoutSeconds":4}}]}
        """;

    [Fact]
    public async Task Parameters_reach_the_machine_as_variables_or_as_text()
    {
        await using var cloud = await StartAsync();
        var machine = new FakeMachine(output: "out", error: "err");
        cloud.Systems.PutDocument("test-parameters", Parameters);
        var id = cloud.Register(1, machine).Single();
        var command = await cloud.SendAsync([id], "test-parameters", request => request.Parameters = new()
        {
            ["Action"] = ["verify"],
            ["commands"] = ["one", "two"],
        });

        (await cloud.OverAsync(command)).StatusDetails.ShouldBe("Success");
        var scripts = machine.Scripts.ToArray();
        scripts.Select(static script => script.Text).ShouldBe(["one\ntwo\necho 42", "one\ntwo"]);
        scripts[0].Environment.ShouldBe(
            new Dictionary<string, string> { ["SSM_Action"] = "verify", ["SSM_Directories"] = "" }, ignoreOrder: true);

        // The second step's 4 seconds are out of range, which silently means an hour.
        scripts.Select(static script => script.Timeout.TotalSeconds).ShouldBe([42, 3600]);
    }

    [Theory]
    [InlineData("""{}""", "Action")]
    [InlineData("""{"Action":["mount"]}""", "allowedValues")]
    [InlineData("""{"Action":["verify","refresh"]}""", "one value")]
    [InlineData("""{"Action":["verify"],"Other":["a"]}""", "Other")]
    [InlineData("""{"Action":["verify"],"Directories":["123456"]}""", "characters")]
    [InlineData("""{"Action":["verify"],"commands":["a","b","c"]}""", "items")]
    public async Task Parameters_the_document_does_not_allow_are_refused(string parameters, string named)
    {
        await using var cloud = await StartAsync();
        cloud.Systems.PutDocument("test-parameters", Parameters);
        cloud.Register(1, new FakeMachine());
        var (_, body) = await cloud.PostAsync(
            "AmazonSSM.SendCommand",
            $$"""{"DocumentName":"test-parameters","InstanceIds":["{{InstanceId(1)}}"],"Parameters":{{parameters}}}""");

        body.ShouldContain("InvalidParameters");
        body.ShouldContain(named);
    }

    [Fact]
    public async Task Nobody_gets_a_command_of_which_one_instance_is_not_registered()
    {
        await using var cloud = await StartAsync();
        var machine = new FakeMachine();
        cloud.Systems.PutDocument("test-run", TestDocuments.Plain);
        cloud.Register(2, machine);
        await Should.ThrowAsync<InvalidInstanceIdException>(cloud.SendAsync([InstanceId(1), InstanceId(3)]));
        cloud.Systems.Deregister(InstanceId(2));
        await Should.ThrowAsync<InvalidInstanceIdException>(cloud.SendAsync([InstanceId(1), InstanceId(2)]));

        machine.Scripts.ShouldBeEmpty();
        (await cloud.Client.ListCommandsAsync(new ListCommandsRequest(), Cancellation)).Commands.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\"InstanceIds\":[\"i-1\"]", "ValidationException")]
    [InlineData("\"TimeoutSeconds\":29", "ValidationException")]
    [InlineData("\"TimeoutSeconds\":2592001", "ValidationException")]
    [InlineData("\"MaxErrors\":\"-1\"", "ValidationException")]
    [InlineData("\"MaxConcurrency\":\"0\"", "ValidationException")]
    [InlineData("\"MaxConcurrency\":\"101%\"", "ValidationException")]
    [InlineData("\"DocumentVersion\":\"7\"", "InvalidDocumentVersion")]
    [InlineData("\"DocumentHash\":\"00\"", "InvalidDocument")]
    [InlineData("\"DocumentName\":\"nothing\"", "InvalidDocument")]
    [InlineData("\"Targets\":[{\"Key\":\"tag-key\",\"Values\":[\"a\"]}]", "InvalidParameters")]
    [InlineData("\"OutputS3BucketName\":\"bucket\"", "NotImplemented")]
    [InlineData("\"Comment\":7", "SerializationException")]
    public async Task A_wrong_request_is_refused_by_its_code(string member, string code)
    {
        await using var cloud = await StartAsync();
        cloud.Systems.PutDocument("test-run", TestDocuments.Plain);
        cloud.Register(1, new FakeMachine());
        var request = new Dictionary<string, string>
        {
            ["DocumentName"] = "\"test-run\"",
            ["InstanceIds"] = $"[\"{InstanceId(1)}\"]",
        };
        var colon = member.IndexOf(':', StringComparison.Ordinal);
        request[member[1..(colon - 1)]] = member[(colon + 1)..];
        var (_, body) = await cloud.PostAsync(
            "AmazonSSM.SendCommand",
            $"{{{string.Join(',', request.Select(static pair => $"\"{pair.Key}\":{pair.Value}"))}}}");

        JsonDocument.Parse(body).RootElement.GetProperty("__type").GetString().ShouldBe(code);
    }

    [Fact]
    public async Task Fifty_one_instances_and_a_comment_of_101_characters_are_too_many()
    {
        await using var cloud = await StartAsync();
        cloud.Systems.PutDocument("test-run", TestDocuments.Plain);
        var ids = cloud.Register(51, new FakeMachine());

        (await Should.ThrowAsync<AmazonSimpleSystemsManagementException>(cloud.SendAsync(ids)))
            .ErrorCode.ShouldBe("ValidationException");
        (await Should.ThrowAsync<AmazonSimpleSystemsManagementException>(cloud.SendAsync(
            ids.Take(50), change: static request => request.Comment = new string('c', 101))))
            .ErrorCode.ShouldBe("ValidationException");
        await Should.ThrowAsync<DuplicateInstanceIdException>(cloud.SendAsync([ids[0], ids[0]]));
        (await cloud.OverAsync(await cloud.SendAsync(ids.Take(50)))).CompletedCount.ShouldBe(50);
    }

    [Fact]
    public async Task Targets_by_tag_must_all_fit_and_may_fit_nothing()
    {
        await using var cloud = await StartAsync();
        var machine = new FakeMachine();
        cloud.Systems.PutDocument("test-run", TestDocuments.Plain);
        cloud.Register(3, machine);
        cloud.Systems.Tag(InstanceId(2), new Dictionary<string, string> { ["pool"] = "spark", ["new"] = "" });
        cloud.Systems.Tag(InstanceId(3), new Dictionary<string, string> { ["pool"] = "other", ["new"] = "" });

        var both = await cloud.SendToPoolAsync(
            static request => request.Targets.Add(new Target { Key = "tag-key", Values = ["new"] }));
        (await cloud.OverAsync(both)).TargetCount.ShouldBe(1);
        (await cloud.InvocationAsync(both, InstanceId(2))).Status.ShouldBe(CommandInvocationStatus.Success);

        var none = await cloud.SendToPoolAsync(static request => request.Targets[0].Values = ["nobody"]);
        var command = await cloud.OverAsync(none);
        command.Status.ShouldBe(CommandStatus.Success);
        command.StatusDetails.ShouldBe("NoInstancesInTag");
    }

    [Fact]
    public async Task What_is_not_emulated_answers_501_and_says_so()
    {
        await using var cloud = await StartAsync();
        var (status, body) = await cloud.PostAsync("AmazonSSM.StartAutomationExecution", "{}");

        ((int)status).ShouldBe(501);
        body.ShouldContain("StartAutomationExecution");
    }

    [Fact]
    public async Task A_throttled_action_answers_so_and_does_nothing()
    {
        await using var cloud = await StartAsync(new() { Throttled = static action => action == "SendCommand" });
        cloud.Systems.PutDocument("test-run", TestDocuments.Plain);
        var machine = new FakeMachine();
        var error = await Should.ThrowAsync<AmazonServiceException>(cloud.SendAsync(cloud.Register(1, machine)));

        error.ErrorCode.ShouldBe("ThrottlingException");
        machine.Scripts.ShouldBeEmpty();
        await using var chaotic = await StartAsync(new() { Chaos = new() { Throttled = 1 } });
        (await Should.ThrowAsync<AmazonServiceException>(chaotic.Client.ListCommandsAsync(Cancellation)))
            .ErrorCode.ShouldBe("ThrottlingException");
    }
}
