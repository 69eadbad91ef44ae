using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Jarpoint.LocalCloud.S3;

namespace Jarpoint.LocalCloud.Notifications;

/// <summary>
/// Messages as S3 writes them.
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
/// </summary>
internal static class NotificationBody
{
    // The body is text inside JSON, not inside HTML: a plus sign stays a plus sign.
    private static readonly JsonWriterOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The message for one change.</summary>
    public static string Of(S3ObjectEvent change, string ruleId, string region)
        => Write(json =>
        {
            json.WriteStartArray("Records");
            json.WriteStartObject();
            json.WriteString("eventVersion", "2.1");
            json.WriteString("eventSource", "aws:s3");
            json.WriteString("awsRegion", region);
            json.WriteString("eventTime", Timestamp(change.Time));
            json.WriteString("eventName", change.EventName);
            WriteCaller(json);
            WriteEntity(json, change, ruleId);
            json.WriteEndObject();
            json.WriteEndArray();
        });

    /// <summary>The message that a queue gets when it is configured. It has no records.</summary>
    public static string Test(string bucket, DateTimeOffset time)
        => Write(json =>
        {
            json.WriteString("Service", "Amazon S3");
            json.WriteString("Event", "s3:TestEvent");
            json.WriteString("Time", Timestamp(time));
            json.WriteString("Bucket", bucket);
            json.WriteString("RequestId", "LOCALCLOUD000000");
            json.WriteString("HostId", "local");
        });

    /// <summary>Form encoding of a key: a space is a plus sign, slashes stay.</summary>
    public static string EncodeKey(string key)
        => WebUtility.UrlEncode(key).Replace("%2F", "/", StringComparison.Ordinal);

    private static void WriteCaller(Utf8JsonWriter json)
    {
        json.WriteStartObject("userIdentity");
        json.WriteString("principalId", "AWS:LOCALCLOUD");
        json.WriteEndObject();
        json.WriteStartObject("requestParameters");
        json.WriteString("sourceIPAddress", "127.0.0.1");
        json.WriteEndObject();
        json.WriteStartObject("responseElements");
        json.WriteString("x-amz-request-id", "LOCALCLOUD000000");
        json.WriteString("x-amz-id-2", "local");
        json.WriteEndObject();
    }

    private static void WriteEntity(Utf8JsonWriter json, S3ObjectEvent change, string ruleId)
    {
        json.WriteStartObject("s3");
        json.WriteString("s3SchemaVersion", "1.0");
        json.WriteString("configurationId", ruleId);
        json.WriteStartObject("bucket");
        json.WriteString("name", change.Bucket);
        json.WriteStartObject("ownerIdentity");
        json.WriteString("principalId", "LOCALCLOUD");
        json.WriteEndObject();
        json.WriteString("arn", $"arn:aws:s3:::{change.Bucket}");
        json.WriteEndObject();
        json.WriteStartObject("object");
        json.WriteString("key", EncodeKey(change.Key));
        if (change.Size is { } size)
        {
            json.WriteNumber("size", size);
        }

        WriteUnlessNull(json, "eTag", change.ETag);
        WriteUnlessNull(json, "versionId", change.VersionId);
        json.WriteString("sequencer", change.Sequencer);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteUnlessNull(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static string Timestamp(DateTimeOffset time)
        => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
