using System.Text.Json;
using Jarpoint.Functions.Commands;
using Jarpoint.Nodes.Commands;

namespace Jarpoint.Functions.Tests.Commands;

/// <summary>What commands came to.</summary>
public sealed class SsmInvocationTests
{
    private static readonly DateTimeOffset Requested = DateTimeOffset.FromUnixTimeMilliseconds(1_772_600_767_250);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Pending", InvocationStatus.Underway)]
    [InlineData("InProgress", InvocationStatus.Underway)]
    [InlineData("In Progress", InvocationStatus.Underway)]
    [InlineData("Delayed", InvocationStatus.Underway)]
    [InlineData("Cancelling", InvocationStatus.Underway)]
    [InlineData("Invented Tomorrow", InvocationStatus.Underway)]
    [InlineData("", InvocationStatus.Underway)]
    [InlineData("Success", InvocationStatus.Success)]
    [InlineData("Failed", InvocationStatus.Failed)]
    [InlineData("Delivery Timed Out", InvocationStatus.DeliveryTimedOut)]
    [InlineData("DeliveryTimedOut", InvocationStatus.DeliveryTimedOut)]
    [InlineData("Execution Timed Out", InvocationStatus.ExecutionTimedOut)]
    [InlineData("ExecutionTimedOut", InvocationStatus.ExecutionTimedOut)]
    [InlineData("TimedOut", InvocationStatus.ExecutionTimedOut)]
    [InlineData("Cancelled", InvocationStatus.Cancelled)]
    [InlineData("Terminated", InvocationStatus.Cancelled)]
    [InlineData("Undeliverable", InvocationStatus.Undeliverable)]
    [InlineData("Access Denied", InvocationStatus.Undeliverable)]
    [InlineData("InvalidPlatform", InvocationStatus.Undeliverable)]
    public void Every_word_for_a_state_is_known_and_an_unknown_one_is_not_over(string details, InvocationStatus expected)
        => SsmStatus.Of(details).ShouldBe(expected);

    [Fact]
    public async Task One_call_tells_state_exit_code_time_and_output_of_a_node()
    {
        await using var ssm = await CannedSsm.StartAsync((_, _) => Invocations(
            Invocation(1, "Failed", 9, "{\"mount\":\"/m\"}\n\n----------ERROR-------\nmount-s3: denied")));
        (await ssm.Runner.InvocationAsync("c-1", CannedSsm.Id(1), Cancellation)).ShouldBe(new CommandInvocation(
            "c-1", CannedSsm.Id(1), "jarpoint-mount", Requested, InvocationStatus.Failed, 9, "{\"mount\":\"/m\"}"));
        var (operation, body) = ssm.Calls.ShouldHaveSingleItem();
        operation.ShouldBe("ListCommandInvocations");
        body.GetProperty("CommandId").GetString().ShouldBe("c-1");
        body.GetProperty("InstanceId").GetString().ShouldBe("i-00000000000000001");
        body.GetProperty("Details").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Output_that_a_listing_cuts_is_fetched_whole()
    {
        await using var ssm = await CannedSsm.StartAsync((operation, _) => operation == "GetCommandInvocation"
            ? $$"""{"CommandId":"c-1","StandardOutputContent":"{{new string('w', 9_000)}}"}"""
            : Invocations(Invocation(1, "Failed", 9, new string('w', 2_478) + "---Output truncated---")));
        (await ssm.Runner.InvocationAsync("c-1", CannedSsm.Id(1), Cancellation))!.Output.ShouldBe(new string('w', 9_000));
        ssm.Calls[1].Body.GetRawText().ShouldBe("""{"CommandId":"c-1","InstanceId":"i-00000000000000001"}""");
    }

    [Fact]
    public async Task Output_that_is_nowhere_whole_yet_is_taken_as_it_is()
    {
        await using var ssm = await CannedSsm.StartAsync((operation, _) => operation == "GetCommandInvocation"
            ? "!InvocationDoesNotExist"
            : Invocations(Invocation(1, "Failed", 9, new string('w', 2_500))));
        (await ssm.Runner.InvocationAsync("c-1", CannedSsm.Id(1), Cancellation))!.Output.Length.ShouldBe(2_500);
    }

    [Theory]
    [InlineData("""{"CommandInvocations":[]}""")]
    [InlineData("{}")]
    [InlineData("!InvalidCommandId")]
    [InlineData("!InvalidInstanceId")]
    public async Task A_command_that_is_not_known_yet_is_null(string answer)
    {
        await using var ssm = await CannedSsm.StartAsync((_, _) => answer);
        (await ssm.Runner.InvocationAsync("c-1", CannedSsm.Id(1), Cancellation)).ShouldBeNull();
    }

    [Theory]
    [InlineData("InProgress", -1)]
    [InlineData("Pending", 0)]
    [InlineData("Delivery Timed Out", -1)]
    [InlineData("Undeliverable", 0)]
    public async Task A_script_that_has_not_ended_has_no_exit_code(string status, int code)
    {
        await using var ssm = await CannedSsm.StartAsync((_, _) => Invocations(Invocation(1, status, code, "")));
        (await ssm.Runner.InvocationAsync("c-1", CannedSsm.Id(1), Cancellation))!.ExitCode.ShouldBeNull();
    }

    [Fact]
    public async Task Failures_are_asked_for_by_each_state_that_is_one_page_by_page()
    {
        await using var ssm = await CannedSsm.StartAsync((_, body) =>
            (body.GetProperty("Filters")[0].GetProperty("value").GetString(), body.TryGetProperty("NextToken", out var _)) switch
            {
                ("Failed", false) => Invocations(Invocation(1, "Failed", 9, "one"), next: "more"),
                ("Failed", true) => Invocations(Invocation(2, "Failed", 4, "two")),
                ("TimedOut", _) => Invocations(Invocation(3, "Delivery Timed Out", -1, "")),
                _ => "{}",
            });
        var failures = await ssm.Runner.FailuresAsync("c-1", Cancellation);
        failures.Select(one => (one.Instance, one.Status, one.ExitCode, one.Output)).ShouldBe(
        [
            (CannedSsm.Id(1), InvocationStatus.Failed, 9, "one"),
            (CannedSsm.Id(2), InvocationStatus.Failed, 4, "two"),
            (CannedSsm.Id(3), InvocationStatus.DeliveryTimedOut, null, ""),
        ]);
        ssm.Calls.Count.ShouldBe(SsmStatus.Failing.Count + 1);
        ssm.Calls.ShouldAllBe(call => call.Body.GetProperty("Details").GetBoolean()
            && call.Body.GetProperty("Filters")[0].GetProperty("key").GetString() == "Status");
    }

    [Fact]
    public async Task Recent_commands_come_newest_first_in_one_call()
    {
        await using var ssm = await CannedSsm.StartAsync((_, _) => $$"""
            {"Commands":[{{Command("old", -10)}},{{Command("c-1", 1, "\"ErrorCount\":2,\"DeliveryTimedOutCount\":1")}},
              {{Command("c-2", 2)}} ],"NextToken":"more"}
            """);
        var recent = await ssm.Runner.RecentAsync("jarpoint-care", Requested, Cancellation);
        recent.Select(command => command.Id).ShouldBe(["c-2", "c-1"]);
        var command = recent[1];
        command.Parameters.ShouldBe(new Dictionary<string, string> { ["Action"] = "verify", ["Directories"] = "" });
        (command.Targets, command.Completed, command.Errors, command.DeliveryTimedOut).ShouldBe((9, 8, 2, 1));
        ssm.Calls.ShouldHaveSingleItem().Body.GetRawText().ShouldBe(
            """{"Filters":[{"key":"DocumentName","value":"jarpoint-care"},"""
            + """{"key":"InvokedAfter","value":"2026-03-04T05:06:07Z"}],"MaxResults":50}""");
    }

    [Theory]
    [InlineData("Success", 9, 0)]
    [InlineData("InProgress", 9, 0)]
    [InlineData("Incomplete", 9, 1)]
    [InlineData("Cancelled", 9, 1)]
    [InlineData("NoInstancesInTag", 0, 0)]
    public async Task Nodes_out_of_reach_show_only_in_the_state_of_the_whole(string details, int targets, int errors)
    {
        await using var ssm = await CannedSsm.StartAsync((_, _) => $$"""
            {"Commands":[{"CommandId":"c","RequestedDateTime":1772600800,"TargetCount":{{targets}},"ErrorCount":0,
              "StatusDetails":"{{details}}"}]}
            """);
        (await ssm.Runner.RecentAsync("jarpoint-care", Requested, Cancellation)).ShouldHaveSingleItem().Errors.ShouldBe(errors);
    }

    private static string Command(string id, int later, string counts = "\"ErrorCount\":0") => $$"""
        {"CommandId":"{{id}}","RequestedDateTime":{{1_772_600_767 + later}}.5,"TargetCount":9,"CompletedCount":8,{{counts}},
         "StatusDetails":"InProgress","Parameters":{"Action":["verify"],"Directories":[""]} }
        """;

    private static string Invocation(int id, string details, int code, string output) => $$"""
        {"CommandId":"c-1","InstanceId":"i-{{id:D17}}","DocumentName":"jarpoint-mount","RequestedDateTime":1772600767.250,
         "Status":"Failed","StatusDetails":"{{details}}","CommandPlugins":[{"Name":"aws:runShellScript",
         "ResponseCode":{{code}},"Output":{{JsonSerializer.Serialize(output)}} }]}
        """;

    private static string Invocations(string invocation, string? next = null)
        => $$"""{"CommandInvocations":[{{invocation}}]{{(next is null ? "" : $",\"NextToken\":\"{next}\"")}} }""";
}
