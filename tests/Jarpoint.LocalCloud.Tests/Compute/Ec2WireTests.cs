using Amazon.EC2;
using Amazon.EC2.Model;
using Jarpoint.LocalCloud.Chaos;
using Jarpoint.LocalCloud.Compute;
using Jarpoint.LocalCloud.Tests.S3;
using InstanceState = Jarpoint.LocalCloud.Compute.InstanceState;

namespace Jarpoint.LocalCloud.Tests.Compute;

public sealed class Ec2WireTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_sdk_launches_describes_and_terminates()
    {
        await using var ec2 = await Ec2Server.StartAsync();
        var launched = await ec2.Client.RunInstancesAsync(
            new RunInstancesRequest("ami-0abc", 2, 2)
            {
                InstanceType = "m7g.xlarge",
                TagSpecifications =
                [
                    new() { ResourceType = "instance", Tags = [new("karpenter.sh/nodepool", "spark & co")] },
                ],
            },
            Cancellation);

        var ids = launched.Reservation.Instances.ConvertAll(static each => each.InstanceId);
        ids.Count.ShouldBe(2);
        ids[0].ShouldMatch("^i-[0-9a-f]{17}$");
        (await DescribeAsync(ec2, ids)).ShouldAllBe(static each => each.State.Name == InstanceStateName.Pending);

        ec2.Time.Advance(TimeSpan.FromSeconds(1));
        var running = await DescribeAsync(ec2, ids);
        running.ShouldAllBe(static each => each.State.Name == InstanceStateName.Running && each.State.Code == 16);
        running[0].Tags.ShouldHaveSingleItem().Value.ShouldBe("spark & co");
        running[0].InstanceType.Value.ShouldBe("m7g.xlarge");
        running[0].Placement.AvailabilityZone.ShouldBe("eu-west-1a");
        running[0].LaunchTime!.Value.ToUniversalTime().ShouldBe(new DateTime(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc));

        var ended = await ec2.Client.TerminateInstancesAsync(new TerminateInstancesRequest(ids[..1]), Cancellation);
        ended.TerminatingInstances.ShouldHaveSingleItem().PreviousState.Name.ShouldBe(InstanceStateName.Running);
        ended.TerminatingInstances[0].CurrentState.Name.ShouldBe(InstanceStateName.ShuttingDown);
        ec2.Time.Advance(TimeSpan.FromSeconds(1));
        (await DescribeAsync(ec2, ids)).ConvertAll(static each => each.State.Name.Value)
            .ShouldBe(["terminated", "running"]);
    }

    [Fact]
    public async Task A_client_token_launches_once()
    {
        await using var ec2 = await Ec2Server.StartAsync();
        var request = new RunInstancesRequest("ami-0abc", 2, 2) { ClientToken = "again" };

        var first = await ec2.Client.RunInstancesAsync(request, Cancellation);
        var retry = await ec2.Client.RunInstancesAsync(request, Cancellation);

        retry.Reservation.Instances.ConvertAll(static each => each.InstanceId)
            .ShouldBe(first.Reservation.Instances.ConvertAll(static each => each.InstanceId));
        ec2.Store.All.Count.ShouldBe(2);
        request.MaxCount = 3;
        (await Should.ThrowAsync<AmazonEC2Exception>(() => ec2.Client.RunInstancesAsync(request, Cancellation)))
            .ErrorCode.ShouldBe("IdempotentParameterMismatch");
    }

    [Theory]
    [InlineData("Action=RunInstances&ImageId=ami-1&MinCount=1&MaxCount=1&UserData=eA==", "UserData")]
    [InlineData("Action=RunInstances&ImageId=ami-1&MinCount=1&MaxCount=1&SubnetId=subnet-1", "SubnetId")]
    [InlineData("Action=RunInstances&ImageId=ami-1&MinCount=1&MaxCount=1&Placement.AvailabilityZone=b", "Placement")]
    [InlineData("Action=RunInstances&ImageId=ami-1&MinCount=1&MaxCount=1&IamInstanceProfile.Name=x", "IamInstance")]
    [InlineData(
        "Action=RunInstances&ImageId=ami-1&MinCount=1&MaxCount=1&TagSpecification.1.ResourceType=volume"
        + "&TagSpecification.1.Tag.1.Key=a",
        "volume")]
    [InlineData("Action=TerminateInstances&InstanceId.1=i-01234567&Force=true", "Force")]
    [InlineData("Action=DescribeInstances&IncludeManagedResources=true", "IncludeManagedResources")]
    public async Task A_parameter_that_is_not_emulated_is_refused_by_its_name(string query, string named)
    {
        await using var ec2 = await Ec2Server.StartAsync();
        using var http = new HttpClient();
        using var body = new StringContent(query);

        using var answer = await http.PostAsync(new Uri(ec2.Url), body, Cancellation);

        ((int)answer.StatusCode).ShouldBe(501);
        (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldContain(named);
        ec2.Store.All.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("tag:karpenter.sh/nodepool", "spark", 2)]
    [InlineData("tag:karpenter.sh/nodepool", "sp?rk", 2)]
    [InlineData("tag:karpenter.sh/nodepool", "*", 3)]
    [InlineData("tag:karpenter.sh/nodepool", "Spark", 0)]
    [InlineData("tag-key", "karpenter.sh/*", 3)]
    [InlineData("instance-state-name", "pending", 3)]
    [InlineData("instance-state-name", "running", 0)]
    public async Task Filters_select_as_EC2_documents(string name, string value, int count)
    {
        await using var ec2 = await Ec2Server.StartAsync();
        _ = (ec2.Launch("spark"), ec2.Launch("spark"), ec2.Launch("etl"));
        ec2.Store.Launch(new InstanceLaunch()).ShouldHaveSingleItem();
        var all = await ec2.Client.DescribeInstancesAsync(
            new DescribeInstancesRequest
            {
                Filters = [new(name, [value, "no-such-value"]), new("tag-key", ["karpenter.sh/nodepool"])],
            },
            Cancellation);

        (all.Reservations ?? []).Sum(static each => each.Instances.Count).ShouldBe(count);
    }

    [Fact]
    public async Task Pages_cover_every_instance_once()
    {
        await using var ec2 = await Ec2Server.StartAsync();
        var launched = ec2.Store.Launch(new InstanceLaunch(), 23).Select(static each => each.Id).ToArray();
        var (seen, pages, token) = (new List<string>(), 0, (string?)null);
        do
        {
            var page = await ec2.Client.DescribeInstancesAsync(
                new DescribeInstancesRequest { MaxResults = 10, NextToken = token }, Cancellation);
            seen.AddRange(page.Reservations.SelectMany(static each => each.Instances).Select(static each => each.InstanceId));
            (token, pages) = (page.NextToken, pages + 1);
        }
        while (token is not null);

        pages.ShouldBe(3);
        seen.ShouldBe(launched);
    }

    [Fact]
    public async Task Unknown_and_malformed_ids_are_told_apart_and_spoil_the_whole_call()
    {
        await using var ec2 = await Ec2Server.StartAsync();
        var known = ec2.Launch().Id;

        (await RefusalAsync(ec2, known, "i-0123456789abcdef0")).ShouldBe("InvalidInstanceID.NotFound");
        (await RefusalAsync(ec2, known, "i-xyz")).ShouldBe("InvalidInstanceID.Malformed");
        var error = await Should.ThrowAsync<AmazonEC2Exception>(() => ec2.Client.TerminateInstancesAsync(
            new TerminateInstancesRequest([known, "i-0123456789abcdef0"]), Cancellation));
        error.ErrorCode.ShouldBe("InvalidInstanceID.NotFound");
        ec2.Store.Find(known)!.State.ShouldBe(InstanceState.Pending);
    }

    [Fact]
    public async Task A_fresh_instance_is_not_described_for_a_while()
    {
        await using var ec2 = await Ec2Server.StartAsync(new() { DescribeLag = TimeSpan.FromSeconds(3) });
        var id = ec2.Launch().Id;

        (await RefusalAsync(ec2, id)).ShouldBe("InvalidInstanceID.NotFound");
        ec2.Time.Advance(TimeSpan.FromSeconds(3));
        (await DescribeAsync(ec2, [id])).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_burst_beyond_the_bucket_is_throttled_until_it_refills()
    {
        await using var ec2 = await Ec2Server.StartAsync(limits: new() { Ec2Reads = new RateLimit(2, 1) });
        var id = ec2.Launch().Id;
        _ = (await DescribeAsync(ec2, [id]), await DescribeAsync(ec2, [id]));

        (await RefusalAsync(ec2, id)).ShouldBe("RequestLimitExceeded");
        ec2.Time.Advance(TimeSpan.FromSeconds(1));
        (await DescribeAsync(ec2, [id])).ShouldHaveSingleItem();
        ec2.Endpoint.Calls.ByAction["DescribeInstances"].ShouldBe(4);
    }

    [Fact]
    public async Task What_is_not_emulated_is_named()
    {
        await using var ec2 = await Ec2Server.StartAsync();
        var action = await Should.ThrowAsync<AmazonEC2Exception>(() => ec2.Client.DescribeVpcsAsync(Cancellation));
        var filter = await Should.ThrowAsync<AmazonEC2Exception>(() => ec2.Client.DescribeInstancesAsync(
            new DescribeInstancesRequest { Filters = [new("vpc-id", ["vpc-1"])] }, Cancellation));

        action.Message.ShouldContain("DescribeVpcs");
        filter.Message.ShouldContain("vpc-id");
        var many = await Should.ThrowAsync<AmazonEC2Exception>(() => ec2.Client.DescribeInstancesAsync(
            new DescribeInstancesRequest
            {
                Filters = [new("instance-id", [.. Enumerable.Range(0, 201).Select(static i => $"i-{i:x17}")])],
            },
            Cancellation));
        many.ErrorCode.ShouldBe("FilterLimitExceeded");
    }

    [Fact]
    public async Task The_cli_describes_by_tag()
    {
        AwsCli.SkipUnlessInstalled();
        await using var ec2 = await Ec2Server.StartAsync();
        var (wanted, _) = (ec2.Launch("spark"), ec2.Launch("etl"));
        var answer = await AwsCli.RunAsync(
            ec2.Url, "ec2", "describe-instances", "--filters", "Name=tag:karpenter.sh/nodepool,Values=spark",
            "--query", "Reservations[].Instances[].[InstanceId,State.Name]", "--output", "text");

        answer.ShouldSucceed().Output.Trim().ShouldBe($"{wanted.Id}\tpending");
    }

    private static async Task<List<Amazon.EC2.Model.Instance>> DescribeAsync(Ec2Server ec2, List<string> ids)
    {
        var answer = await ec2.Client.DescribeInstancesAsync(
            new DescribeInstancesRequest { InstanceIds = ids }, Cancellation);
        return [.. answer.Reservations.SelectMany(static each => each.Instances)];
    }

    private static async Task<string> RefusalAsync(Ec2Server ec2, params string[] ids)
        => (await Should.ThrowAsync<AmazonEC2Exception>(() => DescribeAsync(ec2, [.. ids]))).ErrorCode;
}
