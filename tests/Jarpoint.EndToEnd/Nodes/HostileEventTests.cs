using Amazon.SQS;
using Amazon.SQS.Model;
using Jarpoint.LocalCloud.Hosting;

namespace Jarpoint.EndToEnd.Nodes;

/// <summary>What somebody could put into the queues of the node functions.</summary>
public sealed class HostileEventTests
{
    private static readonly string[] Values =
    [
        "i-0123456789abcdef0; touch /tmp/canary", "$(reboot)", "`id`", "i-\\n0123456789abcdef0", "'", "\\\"", "*", "../..",
        new string('a', 4000), "", "i-0123456789ABCDEF0", "arn:aws:ssm:::i-0123456789abcdef0",
    ];

    [Fact]
    public async Task Hostile_events_are_acknowledged_and_reach_no_service()
    {
        await using var fleet = await RunningFleet.StartAsync(new LocalNodeOptions { Simulated = true });
        using var sqs = new AmazonSQSClient(
            "local", "local", new AmazonSQSConfig { ServiceURL = fleet.Host.Endpoint.AbsoluteUri });

        foreach (var value in Values)
        {
            await SendAsync(sqs, "jarpoint-LaunchesQueue", $$"""
                {"version":"0","id":"1","source":"aws.ec2","detail-type":"EC2 Instance State-change Notification",
                 "account":"000000000000","region":"us-east-1","time":"2026-01-01T00:00:00Z","resources":[],
                 "detail":{"instance-id":"{{value}}","state":"running"} }
                """);
            await SendAsync(sqs, "jarpoint-InvocationsQueue", $$"""
                {"version":"0","id":"1","source":"aws.ssm","detail-type":"EC2 Command Invocation Status-change Notification",
                 "account":"000000000000","region":"us-east-1","time":"2026-01-01T00:00:00Z","resources":[],
                 "detail":{"command-id":"{{value}}","document-name":"jarpoint-mount","instance-id":"{{value}}",
                           "requested-date-time":"2026-01-01T00:00:00Z","status":"Success"} }
                """);
        }

        await fleet.Host.QuiesceAsync(RunningCloud.Patience, TestContext.Current.CancellationToken);

        fleet.Host.DeadLetters.ShouldBeEmpty();
        fleet.Host.Nodes!.Ec2Calls.Total.ShouldBe(0);
        fleet.Host.Nodes.SsmCalls.ByAction.Keys.ShouldNotContain("GetCommandInvocation");
        fleet.Host.Nodes.ClusterCalls.ByAction.Keys.ShouldNotContain(call => call.StartsWith("patch", StringComparison.Ordinal));
    }

    private static async Task SendAsync(AmazonSQSClient sqs, string queue, string body)
    {
        var url = await sqs.GetQueueUrlAsync(queue, TestContext.Current.CancellationToken);
        await sqs.SendMessageAsync(
            new SendMessageRequest(url.QueueUrl, body), TestContext.Current.CancellationToken);
    }
}
