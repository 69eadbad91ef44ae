using Jarpoint.Catalog.Describing;
using Jarpoint.Functions.Events;
using Jarpoint.Functions.Events.EventBridge;
using Jarpoint.Functions.Events.S3;

namespace Jarpoint.Functions.Tests.Events;

/// <summary>Tables every sample of <c>events/</c>: what it is as an invocation, and as
/// the body of a message that S3 or EventBridge sent.</summary>
public sealed class EventSamplesTests
{
    private static readonly Dictionary<string, string> AsTrigger = new()
    {
        ["cloudformation/create.json"] = "Requested",
        ["cloudformation/delete-never-answered.json"] = "Requested",
        ["cloudformation/delete.json"] = "Requested",
        ["cloudformation/update.json"] = "Requested",
        ["ec2/running.json"] = "Foreign",
        ["eventbridge/schedule.json"] = "Scheduled",
        ["eventbridge/scheduled-rule.json"] = "Scheduled",
        ["foreign/dynamodb-records.json"] = "Foreign",
        ["foreign/s3-object-created-eventbridge.json"] = "Foreign",
        ["malformed/array.json"] = "Malformed",
        ["malformed/cloudformation-plain-response-url.json"] = "Malformed",
        ["malformed/not-json.json"] = "Malformed",
        ["malformed/records-not-an-array.json"] = "Malformed",
        ["malformed/schedule-without-time.json"] = "Malformed",
        ["malformed/truncated.json"] = "Malformed",
        ["s3/put.json"] = "Foreign",
        ["sqs/invocations.json"] = "Batch",
        ["sqs/launches.json"] = "Batch",
        ["sqs/log-notification.json"] = "Batch",
        ["sqs/one-upload.json"] = "Batch",
        ["sqs/sweeps.json"] = "Batch",
        ["sqs/test-event.json"] = "Batch",
        ["sqs/uploads-and-removals.json"] = "Batch",
        ["sqs/with-poison.json"] = "Batch",
    };

    private static readonly Dictionary<string, string> AsNotification = new()
    {
        ["ec2/running.json"] = "Foreign",
        ["foreign/dynamodb-records.json"] = "Foreign",
        ["foreign/s3-later-major-version.json"] = "Foreign",
        ["foreign/s3-lifecycle-transition.json"] = "Foreign",
        ["foreign/s3-object-created-eventbridge.json"] = "Foreign",
        ["foreign/s3-restore-completed.json"] = "Foreign",
        ["foreign/s3-tagging.json"] = "Foreign",
        ["malformed/array.json"] = "Malformed",
        ["malformed/not-json.json"] = "Malformed",
        ["malformed/records-not-an-array.json"] = "Malformed",
        ["malformed/s3-bad-event-time.json"] = "Malformed",
        ["malformed/s3-without-key.json"] = "Malformed",
        ["malformed/truncated.json"] = "Malformed",
        ["s3/copy.json"] = "Created",
        ["s3/delete-marker.json"] = "Removed",
        ["s3/delete-version.json"] = "Removed",
        ["s3/delete.json"] = "Removed",
        ["s3/later-minor-version.json"] = "Created",
        ["s3/lifecycle-expiration-marker.json"] = "Removed",
        ["s3/lifecycle-expiration.json"] = "Removed",
        ["s3/multipart.json"] = "Created",
        ["s3/post.json"] = "Created",
        ["s3/prefixed-event-name.json"] = "Created",
        ["s3/put-encoded-key.json"] = "Created",
        ["s3/put-versioned.json"] = "Created",
        ["s3/put.json"] = "Created",
        ["s3/several-records.json"] = "Created Removed",
        ["s3/test-event.json"] = "Test",
    };

    private static readonly Dictionary<string, string> AsBridged = new()
    {
        ["ec2/running.json"] = "i-0123456789abcdef0 running",
        ["ec2/terminated.json"] = "i-0123456789abcdef0 terminated",
        ["eventbridge/schedule.json"] = "Scheduled",
        ["eventbridge/scheduled-rule.json"] = "Scheduled",
        ["foreign/ec2-spot-interruption.json"] = "Foreign",
        ["foreign/s3-object-created-eventbridge.json"] = "Foreign",
        ["foreign/ssm-command-status-change.json"] = "Foreign",
        ["malformed/array.json"] = "Malformed",
        ["malformed/ec2-hostile-instance-id.json"] = "Malformed",
        ["malformed/ec2-without-state.json"] = "Malformed",
        ["malformed/not-json.json"] = "Malformed",
        ["malformed/schedule-without-time.json"] = "Malformed",
        ["malformed/ssm-bad-requested-date.json"] = "Malformed",
        ["malformed/ssm-hostile-command.json"] = "Malformed",
        ["malformed/ssm-hostile-document.json"] = "Malformed",
        ["malformed/ssm-without-instance.json"] = "Malformed",
        ["malformed/truncated.json"] = "Malformed",
        ["s3/put.json"] = "Foreign",
        ["ssm/another-instance-in-resources.json"] = "i-0123456789abcdef0 Success",
        ["ssm/document-by-arn.json"] = "i-0123456789abcdef0 Success",
        ["ssm/failed.json"] = "i-0123456789abcdef0 Failed",
        ["ssm/in-progress.json"] = "i-0123456789abcdef0 Underway",
        ["ssm/success.json"] = "i-0123456789abcdef0 Success",
        ["ssm/timed-out.json"] = "i-0123456789abcdef0 ExecutionTimedOut",
        ["ssm/unknown-status.json"] = "i-0123456789abcdef0 Underway",
    };

    public static TheoryData<string, string> Triggers => [.. AsTrigger.Select(row => (row.Key, row.Value))];

    public static TheoryData<string, string> Notifications => [.. AsNotification.Select(row => (row.Key, row.Value))];

    public static TheoryData<string, string> Bridged => [.. AsBridged.Select(row => (row.Key, row.Value))];

    [Fact]
    public void Every_sample_is_consumed_by_a_table_and_every_row_has_its_sample()
        => EventFile.All().ShouldBe(AsTrigger.Keys.Union(AsNotification.Keys).Union(AsBridged.Keys).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Triggers))]
    public void Tells_what_an_invocation_is(string path, string expected)
        => TriggerParser.Parse(EventFile.Bytes(path)).GetType().Name.ShouldBe(expected);

    [Theory]
    [MemberData(nameof(Notifications))]
    public void Tells_what_the_body_of_a_notification_is(string path, string expected)
        => string.Join(' ', S3NotificationParser.Parse(EventFile.Text(path)).Select(Name)).ShouldBe(expected);

    [Theory]
    [MemberData(nameof(Bridged))]
    public void Tells_what_an_event_of_EventBridge_is(string path, string expected)
        => Name(BridgedEventParser.Parse(EventFile.Text(path))).ShouldBe(expected);

    private static string Name(BridgedEvent outcome) => outcome switch
    {
        BridgedEvent.Instance(var id, var state) => $"{id} {state}",
        BridgedEvent.Invocation(var report) => $"{report.Instance} {report.Status}",
        _ => outcome.GetType().Name,
    };

    private static string Name(S3EventOutcome outcome) => outcome switch
    {
        S3EventOutcome.Changed(_, { Kind: ObjectChangeKind.Created }) => "Created",
        S3EventOutcome.Changed => "Removed",
        _ => outcome.GetType().Name,
    };
}
