using System.Text.Json;
using Jarpoint.LocalCloud.Tests.S3;

namespace Jarpoint.LocalCloud.Tests.Systems;

/// <summary>A client written by others, in another language, with its default settings.</summary>
public sealed class SsmCliTests
{
    [Fact]
    public async Task The_aws_command_creates_a_document_sends_it_and_waits_for_the_result()
    {
        AwsCli.SkipUnlessInstalled();
        await using var cloud = await SsmServer.StartAsync();
        var id = cloud.Register(1, new FakeMachine(output: "mounted\n")).Single();
        await RunAsync(
            cloud, "create-document", "--name", "cli-test", "--document-type", "Command",
            "--content", TestDocuments.WithValue("echo \"$SSM_Value\"", environment: true, "[a-z]+"));
        using var sent = JsonDocument.Parse(await RunAsync(
            cloud, "send-command", "--document-name", "cli-test", "--parameters", "Value=abc",
            "--targets", "Key=tag:pool,Values=spark", "--max-errors", "10%", "--comment", "from the command line"));
        var command = sent.RootElement.GetProperty("Command").GetProperty("CommandId").GetString()!;
        await RunAsync(cloud, "wait", "command-executed", "--command-id", command, "--instance-id", id);

        using var got = JsonDocument.Parse(await RunAsync(
            cloud, "get-command-invocation", "--command-id", command, "--instance-id", id));
        got.RootElement.GetProperty("StandardOutputContent").GetString().ShouldBe("mounted\n");
        (await RunAsync(cloud, "list-commands", "--query", "Commands[0].[Comment,StatusDetails]", "--output", "text"))
            .ShouldBe("from the command line\tSuccess\n");
        (await RunAsync(
            cloud, "describe-instance-information", "--filters", "Key=PingStatus,Values=Online",
            "--query", "InstanceInformationList[].InstanceId", "--output", "text")).Trim().ShouldBe(id);
    }

    private static async Task<string> RunAsync(SsmServer cloud, params string[] arguments)
        => (await AwsCli.RunAsync(cloud.Address.ToString(), ["ssm", .. arguments])).ShouldSucceed().Output;
}
