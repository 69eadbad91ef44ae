using System.Text.Json;
using System.Text.Json.Nodes;
using Jarpoint.LocalCloud.Systems;
using Microsoft.Extensions.Time.Testing;
using static Jarpoint.LocalCloud.Tests.Systems.SsmServer;

namespace Jarpoint.LocalCloud.Tests.Systems;

public sealed class SsmEventTests
{
    [Fact]
    public async Task Events_have_exactly_the_documented_members()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, 49, TimeSpan.Zero));
        await using var cloud = await StartAsync(time: time);
        cloud.Systems.PutDocument("test-env", TestDocuments.WithValue("echo \"$SSM_Value\"", environment: true));
        var id = cloud.Register(1, new FakeMachine(exitCode: 5)).Single();
        var command = await cloud.SendAsync([id], "test-env", static request =>
        {
            request.Parameters = new() { ["Value"] = ["a"] };
            request.TimeoutSeconds = 60;
        });
        await cloud.OverAsync(command);
        await Eventually.HoldsAsync(() => cloud.Events.Count == 4, () => $"{cloud.Events.Count} events, not 4");

        cloud.Events.Select(static one => (one.InstanceId is null, one.Status)).ShouldBe(
            [(false, "InProgress"), (true, "InProgress"), (false, "Failed"), (true, "Failed")]);
        Written(cloud.Events.ElementAt(2)).ShouldBe($$$"""
            {"version":"0","id":"ID","detail-type":"EC2 Command Invocation Status-change Notification","source":"aws.ssm","account":"000000000000","time":"2026-03-01T12:00:00Z","region":"us-east-1","resources":["arn:aws:ec2:us-east-1:000000000000:instance/{{{id}}}"],"detail":{"command-id":"{{{command}}}","document-name":"test-env","instance-id":"{{{id}}}","requested-date-time":"2026-03-01T12:00:00.049Z","status":"Failed"}}
            """);
        Written(cloud.Events.ElementAt(3)).ShouldBe($$$"""
            {"version":"0","id":"ID","detail-type":"EC2 Command Status-change Notification","source":"aws.ssm","account":"000000000000","time":"2026-03-01T12:00:00Z","region":"us-east-1","resources":["arn:aws:ec2:us-east-1:000000000000:instance/{{{id}}}"],"detail":{"command-id":"{{{command}}}","document-name":"test-env","expire-after":"2026-03-01T13:01:00.049Z","parameters":{"Value":["a"]},"requested-date-time":"2026-03-01T12:00:00.049Z","status":"Failed"}}
            """);
    }

    // The id is new each time.
    private static string Written(SsmEvent one)
    {
        var body = JsonNode.Parse(one.Body)!;
        Guid.TryParse(body["id"]!.GetValue<string>(), out _).ShouldBeTrue();
        body["id"] = "ID";
        return JsonSerializer.Serialize(body);
    }
}
