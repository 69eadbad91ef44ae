using Jarpoint.Catalog.Describing;
using Jarpoint.Functions.Events;
using Jarpoint.Functions.Events.S3;

namespace Jarpoint.Functions.Tests.Events;

/// <summary>Tables every sample of <c>events/</c>: what it is as an invocation and as the body of a message.</summary>
public sealed class EventSamplesTests
{
    private static readonly Dictionary<string, string> AsTrigger = new()
    {
        ["eventbridge/schedule.json"] = "Scheduled",
        ["eventbridge/scheduled-rule.json"] = "Scheduled",
        ["foreign/dynamodb-records.json"] = "Foreign",
        ["foreign/ec2-instance-state-change.json"] = "Foreign",
        ["foreign/s3-object-created-eventbridge.json"] = "Foreign",
        ["malformed/array.json"] = "Malformed",
        ["malformed/not-json.json"] = "Malformed",
        ["malformed/records-not-an-array.json"] = "Malformed",
        ["malformed/truncated.json"] = "Malformed",
        ["s3/put.json"] = "Foreign",
        ["sqs/log-notification.json"] = "Batch",
        ["sqs/one-upload.json"] = "Batch",
        ["sqs/test-event.json"] = "Batch",
        ["sqs/uploads-and-removals.json"] = "Batch",
        ["sqs/with-poison.json"] = "Batch",
    };

    private static readonly Dictionary<string, string> AsMessage = new()
    {
        ["foreign/dynamodb-records.json"] = "Foreign",
        ["foreign/ec2-instance-state-change.json"] = "Foreign",
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

    public static TheoryData<string, string> Triggers => [.. AsTrigger.Select(row => (row.Key, row.Value))];

    public static TheoryData<string, string> Messages => [.. AsMessage.Select(row => (row.Key, row.Value))];

    [Fact]
    public void Every_sample_is_consumed_by_a_table_and_every_row_has_its_sample()
        => EventFile.All().ShouldBe(AsTrigger.Keys.Union(AsMessage.Keys).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Triggers))]
    public void Tells_what_an_invocation_is(string path, string expected)
        => TriggerParser.Parse(EventFile.Bytes(path)).GetType().Name.ShouldBe(expected);

    [Theory]
    [MemberData(nameof(Messages))]
    public void Tells_what_the_body_of_a_message_is(string path, string expected)
        => string.Join(' ', S3NotificationParser.Parse(EventFile.Text(path)).Select(Name)).ShouldBe(expected);

    private static string Name(S3EventOutcome outcome) => outcome switch
    {
        S3EventOutcome.Changed(_, { Kind: ObjectChangeKind.Created }) => "Created",
        S3EventOutcome.Changed => "Removed",
        _ => outcome.GetType().Name,
    };
}
