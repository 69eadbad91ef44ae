using Amazon.EC2;
using Amazon.Runtime;
using Jarpoint.Functions.Instances;
using Jarpoint.Functions.Tests.Cluster;
using Jarpoint.Nodes.Identity;
using Jarpoint.Nodes.Instances;
using Jarpoint.Nodes.Throttling;

namespace Jarpoint.Functions.Tests.Instances;

/// <summary>What is asked of EC2, and what is made of its answers.</summary>
public sealed class Ec2InstancesTests : IDisposable
{
    private AmazonEC2Client? client;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Asks_for_the_running_instances_of_the_clusters_pools_by_filters()
    {
        await using var server = await CannedApi.StartAsync(_ => Page(null));
        (await InstancesOf(server).FindAsync([Id(1), Id(2), Id(1)], "spark", Cancellation)).ShouldBeEmpty();
        var form = Form(server.Requests.ShouldHaveSingleItem().Body);
        form["Action"].ShouldBe("DescribeInstances");
        form["MaxResults"].ShouldBe("1000");
        form["Filter.1.Name"].ShouldBe("instance-id");
        form["Filter.1.Value.1"].ShouldBe("i-00000000000000001");
        form["Filter.1.Value.2"].ShouldBe("i-00000000000000002");
        form.ShouldNotContainKey("Filter.1.Value.3");
        form["Filter.2.Name"].ShouldBe("instance-state-name");
        form["Filter.2.Value.1"].ShouldBe("running");
        form["Filter.3.Name"].ShouldBe("tag-key");
        form["Filter.3.Value.1"].ShouldBe("karpenter.sh/nodepool");
        form["Filter.4.Name"].ShouldBe("tag:eks:eks-cluster-name");
        form["Filter.4.Value.1"].ShouldBe("spark");
        form.Keys.ShouldNotContain(key => key.StartsWith("InstanceId", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reads_pool_and_launch_time_and_leaves_out_what_has_no_pool()
    {
        await using var server = await CannedApi.StartAsync(_ => Page(
            null,
            Instance("i-00000000000000001", "spark"),
            Instance("i-00000000000000002", ""),
            Instance("mi-1", "spark")));
        (await InstancesOf(server).FindAsync([Id(1), Id(2)], "spark", Cancellation)).ShouldBe(
            [new PoolInstance(Id(1), "spark", new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero))]);
    }

    [Fact]
    public async Task Sends_200_filter_values_a_call_and_follows_pages_even_an_empty_one()
    {
        await using var server = await CannedApi.StartAsync(
            sent => Form(sent.Body).ContainsKey("NextToken")
                ? Page(null, Instance("i-00000000000000001", "spark"))
                : Page("more"));
        var found = await InstancesOf(server).FindAsync(
            [.. Enumerable.Range(1, 198).Select(Id)], "spark", Cancellation);
        found.Count.ShouldBe(2);
        server.Requests.Count.ShouldBe(4);
        Form(server.Requests.First().Body).ShouldContainKey("Filter.1.Value.197");
        server.Requests.ShouldAllBe(
            sent => Form(sent.Body).Keys.Count(key => key.Contains(".Value.", StringComparison.Ordinal)) <= 200);
    }

    [Fact]
    public async Task Nothing_is_asked_about_nothing()
    {
        await using var server = await CannedApi.StartAsync(_ => Page(null));
        (await InstancesOf(server).FindAsync([], "spark", Cancellation)).ShouldBeEmpty();
        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_failure_names_the_call_and_the_code()
    {
        await using var server = await CannedApi.StartAsync(_ => Failure(403, "UnauthorizedOperation"));
        var fault = await Should.ThrowAsync<Ec2RequestException>(
            InstancesOf(server).FindAsync([Id(1)], "spark", Cancellation));
        fault.Message.ShouldBe("ec2:DescribeInstances: EC2 answered 403 UnauthorizedOperation");
    }

    [Fact]
    public async Task Throttling_beyond_the_retries_of_the_SDK_is_told_apart()
    {
        await using var server = await CannedApi.StartAsync(_ => Failure(503, "RequestLimitExceeded"));
        await Should.ThrowAsync<ThrottledException>(InstancesOf(server).FindAsync([Id(1)], "spark", Cancellation));
    }

    public void Dispose() => client?.Dispose();

    private static InstanceId Id(int number) => InstanceId.Parse($"i-{number:D17}");

    private static string Instance(string id, string pool) => $"""
        <item><instanceId>{id}</instanceId><launchTime>2026-03-04T05:06:07.000Z</launchTime><tagSet>
        <item><key>Name</key><value>n</value></item><item><key>karpenter.sh/nodepool</key><value>{pool}</value></item>
        </tagSet></item>
        """;

    private static CannedApi.Canned Failure(int status, string code) => new(
        status,
        $"<Response><Errors><Error><Code>{code}</Code><Message>Words.</Message></Error></Errors></Response>",
        "text/xml");

    private static CannedApi.Canned Page(string? next, params string[] instances) => new(
        200,
        $"""
        <DescribeInstancesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><reservationSet>
        {(instances.Length == 0 ? "" : $"<item><instancesSet>{string.Concat(instances)}</instancesSet></item>")}
        </reservationSet>{(next is null ? "" : $"<nextToken>{next}</nextToken>")}</DescribeInstancesResponse>
        """,
        "text/xml");

    private static Dictionary<string, string> Form(string body)
        => body.Split('&').Select(pair => pair.Split('=', 2))
            .ToDictionary(pair => Uri.UnescapeDataString(pair[0]), pair => Uri.UnescapeDataString(pair[1]));

    private Ec2Instances InstancesOf(CannedApi server)
    {
        client = new AmazonEC2Client(
            new BasicAWSCredentials("AKIAEXAMPLE", "example"),
            new AmazonEC2Config { ServiceURL = server.Address, AuthenticationRegion = "eu-west-1", MaxErrorRetry = 0 });
        return new Ec2Instances(client);
    }
}
