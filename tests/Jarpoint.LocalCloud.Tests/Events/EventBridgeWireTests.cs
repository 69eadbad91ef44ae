using Jarpoint.LocalCloud.Tests.S3;

namespace Jarpoint.LocalCloud.Tests.Events;

/// <summary>EventBridge as the unmodified <c>aws</c> command knows it.</summary>
public sealed class EventBridgeWireTests
{
    [Fact]
    public async Task Entries_reach_the_rules_and_bad_ones_are_refused_one_by_one()
    {
        AwsCli.SkipUnlessInstalled();
        await using var server = await EventBridgeServer.StartAsync();

        var answer = await AwsCli.RunAsync(
            server.Address,
            "events",
            "put-events",
            "--entries",
            """
            [{"Source":"team","DetailType":"Hello","Detail":"{\"n\":1}","Resources":["arn:aws:s3:::b"]},
             {"Source":"aws.s3","DetailType":"Hello","Detail":"{}"},
             {"Source":"team","DetailType":"Hello","Detail":"no object"},
             {"Source":"team","DetailType":"Hello","Detail":"{}","EventBusName":"other"}]
            """,
            "--output",
            "text");

        answer.ShouldSucceed().Output.ShouldStartWith("3\n");
        var heard = server.Heard.ShouldHaveSingleItem();
        heard["detail-type"]!.ToString().ShouldBe("Hello");
        heard["resources"]![0]!.ToString().ShouldBe("arn:aws:s3:::b");
        heard["detail"]!["n"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task More_than_ten_entries_are_refused_together()
    {
        AwsCli.SkipUnlessInstalled();
        await using var server = await EventBridgeServer.StartAsync();
        const string Entry = """{"Source":"team","DetailType":"Hello","Detail":"{}"}""";

        var answer = await AwsCli.RunAsync(
            server.Address, "events", "put-events", "--entries", $"[{string.Join(',', Enumerable.Repeat(Entry, 11))}]");

        answer.ExitCode.ShouldNotBe(0);
        answer.Error.ShouldContain("ValidationException");
        server.Heard.ShouldBeEmpty();
    }
}
