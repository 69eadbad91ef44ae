using Jarpoint.Functions.Commands;
using Jarpoint.Nodes.Throttling;

namespace Jarpoint.Functions.Tests.Commands;

/// <summary>Which agents are there.</summary>
public sealed class SsmAgentTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Asks_for_up_to_a_hundred_agents_by_id_and_follows_pages()
    {
        await using var ssm = await CannedSsm.StartAsync((_, body) => body.TryGetProperty("NextToken", out var _)
            ? """{"InstanceInformationList":[{"InstanceId":"i-00000000000000002"},{"InstanceId":"mi-0123456789abcdef0"}]}"""
            : """{"InstanceInformationList":[{"InstanceId":"i-00000000000000001"}],"NextToken":"more"}""");
        var online = await ssm.Runner.OnlineAsync([.. Enumerable.Range(1, 100).Select(CannedSsm.Id)], Cancellation);
        online.ShouldBe([CannedSsm.Id(1), CannedSsm.Id(2)], ignoreOrder: true);
        ssm.Calls.Count.ShouldBe(2);
        ssm.Calls.ShouldAllBe(call => call.Operation == "DescribeInstanceInformation");
        var first = ssm.Calls[0].Body;
        first.GetProperty("MaxResults").GetInt32().ShouldBe(50);
        var filters = first.GetProperty("Filters");
        filters.GetArrayLength().ShouldBe(2);
        filters[0].GetProperty("Key").GetString().ShouldBe("InstanceIds");
        filters[0].GetProperty("Values").GetArrayLength().ShouldBe(100);
        filters[1].GetRawText().ShouldBe("""{"Key":"PingStatus","Values":["Online"]}""");
    }

    [Fact]
    public async Task Reads_a_burst_from_a_census_that_names_no_instance()
    {
        await using var ssm = await CannedSsm.StartAsync((_, body) => body.TryGetProperty("NextToken", out var _)
            ? """{"InstanceProperties":[{"InstanceId":"i-00000000000000002"},{"InstanceId":"mi-0123456789abcdef0"}]}"""
            : """{"InstanceProperties":[{"InstanceId":"i-00000000000000001"},{"InstanceId":"i-00000000000000999"}],"NextToken":"more"}""");
        var online = await ssm.Runner.OnlineAsync([.. Enumerable.Range(1, 101).Select(CannedSsm.Id)], Cancellation);
        online.ShouldBe([CannedSsm.Id(1), CannedSsm.Id(2)], ignoreOrder: true);
        ssm.Calls.Select(call => call.Operation).ShouldBe(["DescribeInstanceProperties", "DescribeInstanceProperties"]);
        var first = ssm.Calls[0].Body;
        first.GetProperty("MaxResults").GetInt32().ShouldBe(1000);
        first.GetProperty("InstancePropertyFilterList").GetRawText().ShouldBe(
            """[{"key":"PingStatus","valueSet":["Online"]},{"key":"ResourceType","valueSet":["EC2Instance"]}]""");
    }

    [Fact]
    public async Task A_census_of_an_account_full_of_strangers_ends_and_the_rest_is_asked_for_by_id()
    {
        await using var ssm = await CannedSsm.StartAsync((operation, body) => operation == "DescribeInstanceProperties"
            ? """{"InstanceProperties":[{"InstanceId":"i-00000000000000001"},{"InstanceId":"i-00000000000000999"}],"NextToken":"more"}"""
            : $$"""
              {"InstanceInformationList":[{"InstanceId":{{body.GetProperty("Filters")[0].GetProperty("Values")[0].GetRawText()}}}]}
              """);
        var online = await ssm.Runner.OnlineAsync([.. Enumerable.Range(1, 201).Select(CannedSsm.Id)], Cancellation);
        online.ShouldBe([CannedSsm.Id(1), CannedSsm.Id(2), CannedSsm.Id(102)], ignoreOrder: true);
        ssm.Calls.Count(call => call.Operation == "DescribeInstanceProperties").ShouldBe(4);
        ssm.Calls.Count(call => call.Operation == "DescribeInstanceInformation").ShouldBe(2);
    }

    [Fact]
    public async Task One_instance_that_is_gone_does_not_hide_the_others()
    {
        await using var ssm = await CannedSsm.StartAsync((_, body) =>
        {
            var ids = body.GetProperty("Filters")[0].GetProperty("Values").EnumerateArray().Select(id => id.GetString()).ToList();
            return ids.Contains("i-00000000000000003")
                ? "!InvalidInstanceId"
                : $$"""{"InstanceInformationList":[{{string.Join(',', ids.Select(id => $"{{\"InstanceId\":\"{id}\"}}"))}}]}""";
        });
        var online = await ssm.Runner.OnlineAsync([.. Enumerable.Range(1, 8).Select(CannedSsm.Id)], Cancellation);
        online.Count.ShouldBe(7);
        online.ShouldNotContain(CannedSsm.Id(3));
        ssm.Calls.Count.ShouldBe(7);
    }

    [Fact]
    public async Task Lost_agents_are_narrowed_to_our_cluster_because_the_API_takes_no_tag_beside_a_state()
    {
        await using var ssm = await CannedSsm.StartAsync(
            (_, _) => """
                {"InstanceInformationList":[{"InstanceId":"i-00000000000000001"},{"InstanceId":"i-00000000000000002"}]}
                """,
            CannedSsm.Id(2),
            CannedSsm.Id(3));
        (await ssm.Runner.LostAsync("spark", Cancellation)).ShouldBe([CannedSsm.Id(2)]);
        (await ssm.Runner.LostAsync("other", Cancellation)).ShouldBeEmpty();
        ssm.Calls[0].Body.GetProperty("Filters").GetRawText()
            .ShouldBe("""[{"Key":"PingStatus","Values":["ConnectionLost"]}]""");
    }

    [Fact]
    public async Task Throttling_beyond_the_retries_of_the_SDK_is_told_apart()
    {
        await using var ssm = await CannedSsm.StartAsync((_, _) => "!ThrottlingException");
        await Should.ThrowAsync<ThrottledException>(ssm.Runner.OnlineAsync([CannedSsm.Id(1)], Cancellation));
        await Should.ThrowAsync<ThrottledException>(ssm.Runner.FailuresAsync("c-1", Cancellation));
        await Should.ThrowAsync<ThrottledException>(
            ssm.Runner.RecentAsync("jarpoint-care", DateTimeOffset.UnixEpoch, Cancellation));
    }

    [Fact]
    public async Task A_failure_names_the_call_and_the_code()
    {
        await using var ssm = await CannedSsm.StartAsync((_, _) => "!AccessDeniedException");
        (await Should.ThrowAsync<SsmRequestException>(ssm.Runner.LostAsync("spark", Cancellation))).Message
            .ShouldBe("ssm:DescribeInstanceInformation: Systems Manager answered 400 AccessDeniedException");
    }
}
