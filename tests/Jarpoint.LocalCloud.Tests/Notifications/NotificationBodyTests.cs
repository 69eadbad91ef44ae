using System.Net;
using System.Text.Json;
using Amazon.S3.Util;
using Jarpoint.LocalCloud.Notifications;
using Jarpoint.LocalCloud.S3;

namespace Jarpoint.LocalCloud.Tests.Notifications;

public sealed class NotificationBodyTests
{
    private const string Before =
        """{"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","awsRegion":"eu-west-1","eventTime":"2026-03-01T12:00:00.250Z","eventName":""";

    private const string Middle =
        ""","userIdentity":{"principalId":"AWS:LOCALCLOUD"},"requestParameters":{"sourceIPAddress":"127.0.0.1"},"responseElements":{"x-amz-request-id":"LOCALCLOUD000000","x-amz-id-2":"local"},"s3":{"s3SchemaVersion":"1.0","configurationId":"jars","bucket":{"name":"spark-jars","ownerIdentity":{"principalId":"LOCALCLOUD"},"arn":"arn:aws:s3:::spark-jars"},"object":""";

    private const string After = "}}]}";

    private static readonly S3ObjectEvent Put = new(
        "spark-jars",
        "jars/a b@1+2.jar",
        "ObjectCreated:Put",
        "v1",
        1024,
        "d41d8cd98f00b204e9800998ecf8427e",
        "0055AED6DCD90281E5",
        new DateTimeOffset(2026, 3, 1, 12, 0, 0, 250, TimeSpan.Zero));

    public static TheoryData<S3ObjectEvent, string> Shapes => new()
    {
        {
            Put,
            """{"key":"jars/a+b%401%2B2.jar","size":1024,"eTag":"d41d8cd98f00b204e9800998ecf8427e","versionId":"v1","sequencer":"0055AED6DCD90281E5"}"""
        },
        {
            Put with { EventName = "ObjectCreated:CompleteMultipartUpload", ETag = "aa-2", VersionId = null },
            """{"key":"jars/a+b%401%2B2.jar","size":1024,"eTag":"aa-2","sequencer":"0055AED6DCD90281E5"}"""
        },
        {
            Put with { EventName = "ObjectRemoved:Delete", Size = null, ETag = null },
            """{"key":"jars/a+b%401%2B2.jar","versionId":"v1","sequencer":"0055AED6DCD90281E5"}"""
        },
        {
            Put with { EventName = "ObjectRemoved:DeleteMarkerCreated", Size = null, VersionId = "marker" },
            """{"key":"jars/a+b%401%2B2.jar","eTag":"d41d8cd98f00b204e9800998ecf8427e","versionId":"marker","sequencer":"0055AED6DCD90281E5"}"""
        },
    };

    [Theory]
    [MemberData(nameof(Shapes), DisableDiscoveryEnumeration = true)]
    public void Each_event_type_has_the_recorded_shape(S3ObjectEvent change, string entity)
        => NotificationBody.Of(change, "jars", "eu-west-1")
            .ShouldBe($"{Before}\"{change.EventName}\"{Middle}{entity}{After}");

    [Fact]
    public void A_test_message_has_no_records()
        => NotificationBody.Test("spark-jars", Put.Time).ShouldBe(
            """{"Service":"Amazon S3","Event":"s3:TestEvent","Time":"2026-03-01T12:00:00.250Z","Bucket":"spark-jars","RequestId":"LOCALCLOUD000000","HostId":"local"}""");

    [Theory]
    [InlineData("jars/100%.jar")]
    [InlineData("jars/../\"quoted\"'#?&=.jar")]
    [InlineData("jars/line\nbreak\ttab\\.jar")]
    [InlineData("jars/naïve-日本-🫙~*.jar")]
    public void Form_decoding_gives_every_key_back(string key)
    {
        var body = NotificationBody.Of(Put with { Key = key }, "jars", "eu-west-1");

        using var json = JsonDocument.Parse(body);
        var encoded = json.RootElement.GetProperty("Records")[0].GetProperty("s3").GetProperty("object")
            .GetProperty("key").GetString();
        WebUtility.UrlDecode(encoded).ShouldBe(key);
    }

    [Fact]
    public void The_sdks_own_parser_reads_a_message()
    {
        var record = S3EventNotification.ParseJson(NotificationBody.Of(Put, "jars", "eu-west-1"))
            .Records.ShouldHaveSingleItem();

        record.EventName.Value.ShouldBe("s3:ObjectCreated:Put");
        record.S3.Object.Size.ShouldBe(1024);
        record.S3.Object.Sequencer.ShouldBe(Put.Sequencer);
        record.EventTime.ShouldBe(Put.Time.UtcDateTime);
    }
}
