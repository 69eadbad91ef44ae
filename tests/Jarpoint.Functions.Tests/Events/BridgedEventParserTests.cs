using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Jarpoint.Functions.Events.EventBridge;
using Jarpoint.Nodes.Commands;
using Jarpoint.Nodes.Identity;
using Jarpoint.Nodes.Recording;

namespace Jarpoint.Functions.Tests.Events;

public sealed class BridgedEventParserTests
{
    [Fact]
    public void Keeps_everything_that_orders_and_names_a_result()
        => BridgedEventParser.Parse(EventFile.Text("ssm/document-by-arn.json")).ShouldBe(
            new BridgedEvent.Invocation(new InvocationReport(
                "0a24ea21-5f6b-4c3d-9e8f-7a6b5c4d3e2f",
                InstanceId.Parse("i-0123456789abcdef0"),
                "jarpoint-mount",
                new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero),
                InvocationStatus.Success)));

    [Theory]
    [InlineData("Pending", InvocationStatus.Underway)]
    [InlineData("InProgress", InvocationStatus.Underway)]
    [InlineData("Delayed", InvocationStatus.Underway)]
    [InlineData("Cancelling", InvocationStatus.Underway)]
    [InlineData("a later word of SSM", InvocationStatus.Underway)]
    [InlineData("Success", InvocationStatus.Success)]
    [InlineData("Failed", InvocationStatus.Failed)]
    [InlineData("Delivery Timed Out", InvocationStatus.DeliveryTimedOut)]
    [InlineData("DeliveryTimedOut", InvocationStatus.DeliveryTimedOut)]
    [InlineData("Execution Timed Out", InvocationStatus.ExecutionTimedOut)]
    [InlineData("TimedOut", InvocationStatus.ExecutionTimedOut)]
    [InlineData("Cancelled", InvocationStatus.Cancelled)]
    [InlineData("Terminated", InvocationStatus.Cancelled)]
    [InlineData("Undeliverable", InvocationStatus.Undeliverable)]
    [InlineData("AccessDenied", InvocationStatus.Undeliverable)]
    public void Knows_every_word_of_SSM_for_the_state_of_an_invocation(string status, InvocationStatus expected)
        => Parse("ssm/success.json", "status", status)
            .ShouldBeOfType<BridgedEvent.Invocation>().Report.Status.ShouldBe(expected);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("17")]
    [InlineData("""{"source":"aws.ec2","detail-type":"EC2 Instance State-change Notification"}""")]
    [InlineData("""{"source":"aws.ec2","detail-type":"EC2 Instance State-change Notification","detail":null}""")]
    [InlineData("""{"source":"aws.ec2","detail-type":"EC2 Instance State-change Notification","detail":"{}"}""")]
    [InlineData("""{"source":"aws.ssm","detail-type":"EC2 Command Invocation Status-change Notification","detail":[]}""")]
    [InlineData("""{"so\ud800urce":"aws.ec2","detail-type":"EC2 Instance State-change Notification"}""")]
    [InlineData("""{"source":"aws.ec2","detail-type":"EC2 Instance State-change Notification","det\ud800ail":{}}""")]
    public void A_body_nobody_can_read_is_malformed(string? body)
        => BridgedEventParser.Parse(body).ShouldBeOfType<BridgedEvent.Malformed>();

    [Theory]
    [InlineData("""{"source":"aws.EC2","detail-type":"EC2 Instance State-change Notification"}""")]
    [InlineData("""{"source":"aws.ec2","detail-type":"EC2 Instance State-change Notification "}""")]
    [InlineData("""{"source":17,"detail-type":"EC2 Instance State-change Notification"}""")]
    [InlineData("""{"source":"\ud800","detail-type":"Scheduled Event"}""")]
    public void Source_and_detail_type_are_compared_exactly(string body)
        => BridgedEventParser.Parse(body).ShouldBeOfType<BridgedEvent.Foreign>();

    [Fact]
    public void A_reason_shows_the_start_of_what_was_found_and_its_length()
        => Parse("ec2/running.json", "instance-id", new string('i', 100_000))
            .ShouldBeOfType<BridgedEvent.Malformed>().Reason.ShouldSatisfyAllConditions(
                reason => reason.ShouldContain("100000 characters"), reason => reason.Length.ShouldBeLessThan(200));

    [Property(MaxTest = 200)]
    public Property Only_an_exact_instance_id_ever_leaves_the_parser() => Prop.ForAll(
        Hostile("i-0123456789abcdef0"),
        text => Parse("ec2/running.json", "instance-id", text) is BridgedEvent.Instance(var id, _)
            ? id.ToString() == text && text.All(c => c == '-' || char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
            : Parse("ssm/success.json", "instance-id", text) is BridgedEvent.Malformed);

    [Property(MaxTest = 200)]
    public Property Only_a_plain_document_name_ever_leaves_the_parser() => Prop.ForAll(
        Hostile("jarpoint-mount"),
        text => Parse("ssm/success.json", "document-name", text) is not BridgedEvent.Invocation(var report)
            || report.Document.All(c => char.IsAsciiLetterOrDigit(c) || "_.-".Contains(c, StringComparison.Ordinal)));

    /// <summary>The good text, whole or cut, around and inside of things a shell, a path or a log would mind.</summary>
    private static Arbitrary<string> Hostile(string good)
    {
        var pieces = Gen.Elements(
            good, good[..3], "$(reboot)", "`id`", ";", "'", "\"", "\n", "\r", "\0", " ", "../", "{{x}}", "%0a", "é", "\u2028",
            "arn:aws:ssm:eu-west-1:123456789012:document/");
        return pieces.ListOf().Select(list => string.Concat(list)).ToArbitrary();
    }

    private static BridgedEvent Parse(string path, string member, string value)
    {
        var root = JsonNode.Parse(EventFile.Text(path))!;
        root["detail"]![member] = value;
        return BridgedEventParser.Parse(root.ToJsonString());
    }
}
