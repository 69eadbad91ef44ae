using Jarpoint.Functions.Commands;
using Jarpoint.Nodes.Commands;

namespace Jarpoint.Functions.Tests.Commands;

/// <summary>Exactly what is sent, and what comes of it.</summary>
public sealed class SsmSendTests
{
    private const string Sent = """{"Command":{"CommandId":"c-1"}}""";

    private static readonly NodeCommand Mount = new(
        "jarpoint-mount",
        new Dictionary<string, string> { ["Mounts"] = "bucket=a,mountpoint=/mnt/jarpoint/s3" },
        TimeSpan.FromSeconds(60.2));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sends_to_listed_instances_and_never_stops_at_one_that_fails()
    {
        await using var ssm = await CannedSsm.StartAsync((_, _) => Sent);
        var target = new CommandTarget.Listed([CannedSsm.Id(1), CannedSsm.Id(2), CannedSsm.Id(1)]);
        (await ssm.Runner.SendAsync(Mount with { Comment = new string('c', 101) }, target, Cancellation))
            .ShouldBe(new SendOutcome.Sent("c-1"));
        var (operation, body) = ssm.Calls.ShouldHaveSingleItem();
        operation.ShouldBe("SendCommand");
        body.GetProperty("InstanceIds").GetRawText().ShouldBe("""["i-00000000000000001","i-00000000000000002"]""");
        body.GetProperty("DocumentName").GetString().ShouldBe("jarpoint-mount");
        body.GetProperty("Parameters").GetRawText().ShouldBe("""{"Mounts":["bucket=a,mountpoint=/mnt/jarpoint/s3"]}""");
        body.GetProperty("TimeoutSeconds").GetInt32().ShouldBe(61);
        body.GetProperty("MaxConcurrency").GetString().ShouldBe("100%");
        body.GetProperty("MaxErrors").GetString().ShouldBe("100%");
        body.GetProperty("Comment").GetString()!.Length.ShouldBe(100);
        body.TryGetProperty("Targets", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Sends_to_the_fleet_by_the_tags_of_its_instances()
    {
        await using var ssm = await CannedSsm.StartAsync((_, _) => Sent);
        await ssm.Runner.SendAsync(
            Mount with { DeliveryTimeout = TimeSpan.Zero }, new CommandTarget.Fleet("spark"), Cancellation);
        var body = ssm.Calls.ShouldHaveSingleItem().Body;
        body.GetProperty("Targets").GetRawText().ShouldBe(
            """[{"Key":"tag:eks:eks-cluster-name","Values":["spark"]},{"Key":"tag-key","Values":["karpenter.sh/nodepool"]}]""");
        body.TryGetProperty("InstanceIds", out _).ShouldBeFalse();
        body.GetProperty("TimeoutSeconds").GetInt32().ShouldBe(30);
    }

    [Theory]
    [InlineData("InvalidInstanceId", "TargetsNotReady")]
    [InlineData("com.amazonaws.ssm#InvalidInstanceId", "TargetsNotReady")]
    [InlineData("ThrottlingException", "Throttled")]
    [InlineData("RequestLimitExceeded", "Throttled")]
    public async Task What_is_normal_is_an_outcome(string code, string expected)
    {
        await using var ssm = await CannedSsm.StartAsync((_, _) => "!" + code);
        (await ssm.Runner.SendAsync(Mount, new CommandTarget.Listed([CannedSsm.Id(1)]), Cancellation))
            .GetType().Name.ShouldBe(expected);
    }

    [Theory]
    [InlineData("InvalidDocument")]
    [InlineData("InvalidParameters")]
    [InlineData("AccessDeniedException")]
    [InlineData("InternalServerError")]
    public async Task What_is_not_names_the_document_and_the_code(string code)
    {
        await using var ssm = await CannedSsm.StartAsync((_, _) => "!" + code);
        var fault = await Should.ThrowAsync<SsmRequestException>(
            ssm.Runner.SendAsync(Mount, new CommandTarget.Fleet("spark"), Cancellation));
        fault.Message.ShouldBe($"ssm:SendCommand of jarpoint-mount: Systems Manager answered 400 {code}");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(51)]
    public async Task More_instances_than_a_command_takes_are_not_sent(int count)
    {
        await using var ssm = await CannedSsm.StartAsync((_, _) => Sent);
        var target = new CommandTarget.Listed([.. Enumerable.Range(1, count).Select(CannedSsm.Id)]);
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => ssm.Runner.SendAsync(Mount, target, Cancellation));
        ssm.Calls.ShouldBeEmpty();
    }
}
