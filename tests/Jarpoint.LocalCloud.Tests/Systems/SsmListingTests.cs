using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using Microsoft.Extensions.Time.Testing;
using static Jarpoint.LocalCloud.Tests.Systems.SsmServer;

namespace Jarpoint.LocalCloud.Tests.Systems;

public sealed class SsmListingTests
{
    [Fact]
    public async Task Five_thousand_invocations_are_paged_without_loss_while_new_commands_come_in()
    {
        await using var cloud = await StartAsync();
        cloud.Systems.PutDocument("test-run", TestDocuments.Plain);
        cloud.Register(5_000, new FakeMachine());
        var id = await cloud.SendToPoolAsync(static request => request.MaxConcurrency = "100%");
        await cloud.OverAsync(id);
        var seen = new HashSet<string>();
        string? token = null;
        do
        {
            var page = await cloud.Client.ListCommandInvocationsAsync(
                new ListCommandInvocationsRequest { CommandId = id, NextToken = token },
                Cancellation);
            page.CommandInvocations.Count.ShouldBe(50);
            page.CommandInvocations.ForEach(one => seen.Add(one.InstanceId).ShouldBeTrue());
            token = page.NextToken;
            if (seen.Count == 1_000)
                await cloud.SendAsync([InstanceId(1)]);
        }
        while (token is not null);

        seen.Count.ShouldBe(5_000);
    }

    [Fact]
    public async Task Failures_are_found_by_a_filter_and_not_by_reading_everything()
    {
        await using var cloud = await StartAsync();
        cloud.Systems.PutDocument("test-run", TestDocuments.Plain);
        cloud.Register(300, new FakeMachine());
        cloud.Systems.Register(
            InstanceId(999), new Dictionary<string, string> { ["pool"] = "spark" }, new FakeMachine(10, "{}", "dead"));
        var id = await cloud.SendToPoolAsync(static request => request.MaxErrors = "100%");
        await cloud.OverAsync(id);

        var failed = await cloud.Client.ListCommandInvocationsAsync(
            new ListCommandInvocationsRequest
            {
                CommandId = id,
                Details = true,
                Filters = [new CommandFilter { Key = CommandFilterKey.Status, Value = "Failed" }],
            },
            Cancellation);
        failed.NextToken.ShouldBeNull();
        var one = failed.CommandInvocations.ShouldHaveSingleItem();
        one.InstanceId.ShouldBe(InstanceId(999));
        var plugin = one.CommandPlugins.ShouldHaveSingleItem();
        plugin.ResponseCode.ShouldBe(10);
        plugin.Output.ShouldBe("{}\n----------ERROR-------\ndead");
    }

    [Fact]
    public async Task Commands_are_listed_newest_first_and_filtered()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        await using var cloud = await StartAsync(time: time);
        cloud.Systems.PutDocument("test-run", TestDocuments.Plain);
        cloud.Systems.PutDocument("test-other", TestDocuments.Plain);
        var ids = cloud.Register(1, new FakeMachine());
        var sent = new List<string>();
        for (var index = 0; index < 4; index++)
        {
            sent.Insert(0, await cloud.SendAsync(ids, index == 1 ? "test-other" : "test-run"));
            await cloud.OverAsync(sent[0]);
            time.Advance(TimeSpan.FromMinutes(1));
        }

        var first = await cloud.Client.ListCommandsAsync(new ListCommandsRequest { MaxResults = 3 }, Cancellation);
        first.Commands.Select(static command => command.CommandId).ShouldBe(sent[..3]);
        var second = await cloud.Client.ListCommandsAsync(
            new ListCommandsRequest { MaxResults = 3, NextToken = first.NextToken }, Cancellation);
        second.Commands.ShouldHaveSingleItem().CommandId.ShouldBe(sent[3]);
        second.NextToken.ShouldBeNull();

        (await ListAsync(cloud, CommandFilterKey.DocumentName, "test-other")).ShouldBe([sent[2]]);
        (await ListAsync(cloud, CommandFilterKey.InvokedAfter, "2026-03-01T12:02:00Z")).ShouldBe(sent[..2]);
        (await ListAsync(cloud, CommandFilterKey.ExecutionStage, "Executing")).ShouldBeEmpty();
        (await ListAsync(cloud, CommandFilterKey.Status, "Success")).ShouldBe(sent);
        await Should.ThrowAsync<InvalidNextTokenException>(cloud.Client.ListCommandsAsync(
            new ListCommandsRequest { NextToken = "bm9uc2Vuc2U" }, Cancellation));
    }

    [Fact]
    public async Task The_oldest_finished_commands_are_forgotten()
    {
        await using var cloud = await StartAsync(new() { RetainedCommands = 3 });
        cloud.Systems.PutDocument("test-run", TestDocuments.Plain);
        var ids = cloud.Register(1, new FakeMachine());
        var sent = new List<string>();
        for (var index = 0; index < 5; index++)
        {
            sent.Add(await cloud.SendAsync(ids));
            await cloud.OverAsync(sent[^1]);
        }

        (await cloud.Client.ListCommandsAsync(Cancellation)).Commands.Count.ShouldBe(3);
        await Should.ThrowAsync<InvocationDoesNotExistException>(cloud.InvocationAsync(sent[0], ids[0]));
    }

    [Fact]
    public async Task Instances_are_described_by_ids_ping_status_and_tags_in_pages()
    {
        await using var cloud = await StartAsync();
        var ids = cloud.Register(12, new FakeMachine());
        cloud.Systems.Disconnect(ids[2]);

        var first = await cloud.Client.DescribeInstanceInformationAsync(
            new DescribeInstanceInformationRequest { MaxResults = 5 }, Cancellation);
        first.InstanceInformationList.Select(static one => one.InstanceId).ShouldBe(ids.Take(5));
        first.InstanceInformationList[2].PingStatus.ShouldBe(PingStatus.ConnectionLost);
        first.InstanceInformationList[0].AgentVersion.ShouldBe("3.3.4624.0");
        var second = await cloud.Client.DescribeInstanceInformationAsync(
            new DescribeInstanceInformationRequest { MaxResults = 50, NextToken = first.NextToken }, Cancellation);
        second.InstanceInformationList.Count.ShouldBe(7);
        second.NextToken.ShouldBeNull();

        (await DescribeAsync(cloud, ("PingStatus", ["ConnectionLost"]))).ShouldBe([ids[2]]);
        (await DescribeAsync(cloud, ("PingStatus", ["Online"]), ("InstanceIds", [ids[2], ids[4], InstanceId(99)])))
            .ShouldBe([ids[4]]);
        (await DescribeAsync(cloud, ("tag-key", ["pool"]), ("tag:pool", ["spark"]))).Count.ShouldBe(10);
        (await DescribeAsync(cloud, ("tag:pool", ["other"]))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"MaxResults":4}""", "ValidationException")]
    [InlineData("""{"MaxResults":51}""", "ValidationException")]
    [InlineData("""{"Filters":[{"Key":"Colour","Values":["red"]}]}""", "InvalidFilterKey")]
    [InlineData("""{"Filters":[{"Key":"PingStatus","Values":["Up"]}]}""", "InvalidInstanceInformationFilterValue")]
    [InlineData("""{"Filters":[{"Key":"tag:a","Values":[]}]}""", "ValidationException")]
    [InlineData("""{"InstanceInformationFilterList":[{"key":"tag:a","valueSet":["b"]}]}""", "InvalidFilterKey")]
    [InlineData(
        """{"Filters":[{"Key":"tag:a","Values":["b"]},{"Key":"PingStatus","Values":["Online"]}]}""",
        "ValidationException")]
    [InlineData(
        """{"Filters":[{"Key":"InstanceIds","Values":["i-1"]},{"Key":"tag-key","Values":["b"]}]}""",
        "ValidationException")]
    [InlineData(
        """{"Filters":[{"Key":"ResourceType","Values":["EC2Instance","ManagedInstance"]}]}""",
        "InvalidInstanceInformationFilterValue")]
    [InlineData("""{"NextToken":"!"}""", "InvalidNextToken")]
    public async Task A_wrong_description_request_is_refused(string body, string code)
    {
        await using var cloud = await StartAsync();

        (await cloud.PostAsync("AmazonSSM.DescribeInstanceInformation", body)).Body.ShouldContain(code);
    }

    [Fact]
    public async Task Properties_come_in_pages_of_a_thousand()
    {
        await using var cloud = await StartAsync();
        var ids = cloud.Register(1003, new FakeMachine());
        cloud.Systems.Disconnect(ids[2]);
        var request = new DescribeInstancePropertiesRequest
        {
            InstancePropertyFilterList =
            [
                new InstancePropertyFilter { Key = InstancePropertyFilterKey.PingStatus, ValueSet = ["Online"] },
                new InstancePropertyFilter { Key = InstancePropertyFilterKey.ResourceType, ValueSet = ["EC2Instance"] },
            ],
            MaxResults = 1000,
        };

        var first = await cloud.Client.DescribeInstancePropertiesAsync(request, Cancellation);
        request.NextToken = first.NextToken;
        var second = await cloud.Client.DescribeInstancePropertiesAsync(request, Cancellation);

        first.InstanceProperties.Concat(second.InstanceProperties).Select(static one => one.InstanceId)
            .ShouldBe(ids.Where(id => id != ids[2]));
        first.InstanceProperties.Count.ShouldBe(1000);
        second.NextToken.ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"MaxResults":1001}""", "ValidationException")]
    [InlineData("""{"InstancePropertyFilterList":[{"key":"Colour","valueSet":["red"]}]}""", "InvalidFilterKey")]
    [InlineData("""{"InstancePropertyFilterList":[{"key":"PingStatus","valueSet":["Up"]}]}""", "InvalidInstancePropertyFilterValue")]
    [InlineData("""{"FiltersWithOperator":[]}""", "FiltersWithOperator")]
    public async Task A_wrong_properties_request_is_refused(string body, string code)
    {
        await using var cloud = await StartAsync();

        (await cloud.PostAsync("AmazonSSM.DescribeInstanceProperties", body)).Body.ShouldContain(code);
    }

    private static async Task<IReadOnlyList<string>> ListAsync(SsmServer cloud, CommandFilterKey key, string value)
        => [.. ((await cloud.Client.ListCommandsAsync(
                new ListCommandsRequest { Filters = [new CommandFilter { Key = key, Value = value }] }, Cancellation))
            .Commands ?? []).Select(static command => command.CommandId)];

    private static async Task<IReadOnlyList<string>> DescribeAsync(
        SsmServer cloud, params (string Key, string[] Values)[] filters)
        => [.. ((await cloud.Client.DescribeInstanceInformationAsync(
                new DescribeInstanceInformationRequest
                {
                    Filters = [.. filters.Select(static filter => new InstanceInformationStringFilter
                    {
                        Key = filter.Key,
                        Values = [.. filter.Values],
                    })],
                },
                Cancellation))
            .InstanceInformationList ?? []).Select(static one => one.InstanceId)];
}
