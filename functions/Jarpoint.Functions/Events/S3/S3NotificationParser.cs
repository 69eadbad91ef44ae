using System.Net;
using System.Text.Json;
using Jarpoint.Catalog.Describing;

namespace Jarpoint.Functions.Events.S3;

/// <summary>Reads the body of a queue message that S3 sent. Every record has an outcome of its own.</summary>
public static class S3NotificationParser
{
    private const string Source = "aws:s3";

    public static IReadOnlyList<S3EventOutcome> Parse(string? body)
    {
        if (string.IsNullOrEmpty(body))
        {
            return [new S3EventOutcome.Malformed("the message is empty")];
        }

        try
        {
            return JsonSerializer.Deserialize(body, S3NotificationJson.Default.S3Notification) switch
            {
                { Records: { } records } => [.. records.Select(Parse)],
                { Event: S3EventName.Test } test => [new S3EventOutcome.Test(test.Bucket)],
                null => [new S3EventOutcome.Malformed("the message is a JSON null")],
                _ => [new S3EventOutcome.Foreign("a message without Records: not an S3 notification")],
            };
        }
        catch (JsonException e)
        {
            return [new S3EventOutcome.Malformed($"not the JSON of an S3 notification: {e.Message}")];
        }
    }

    private static S3EventOutcome Parse(JsonElement element)
    {
        try
        {
            return element.Deserialize(S3NotificationJson.Default.S3NotificationRecord) is { } record
                ? Judge(record)
                : new S3EventOutcome.Malformed("a record is a JSON null");
        }
        catch (JsonException e)
        {
            return new S3EventOutcome.Malformed($"not the JSON of an S3 record: {e.Message}");
        }
    }

    private static S3EventOutcome Judge(S3NotificationRecord record) => record switch
    {
        { EventSource: not Source } => new S3EventOutcome.Foreign($"a record of '{record.EventSource}', not of {Source}"),
        { EventVersion: var version } when !S3NotificationVersion.IsUnderstood(version)
            => new S3EventOutcome.Foreign($"an S3 record of version '{version}'; understood is 2.0 and later minors"),
        { EventName: null } => new S3EventOutcome.Malformed("an S3 record without eventName"),
        { EventName: var name } when S3EventName.IsWrite(name) is null
            => new S3EventOutcome.Foreign($"an S3 event '{name}', which changes no object's bytes"),
        { S3.Bucket.Name: { Length: > 0 } bucket, S3.Object: { Key: { Length: > 0 } key } target, EventTime: { } at }
            => new S3EventOutcome.Changed(bucket, Change(record.EventName, key, target, at)),
        _ => new S3EventOutcome.Malformed("an S3 record without bucket name, object key or eventTime"),
    };

    private static ObjectChange Change(string name, string key, S3NotificationObject target, DateTimeOffset at)
    {
        var written = S3EventName.IsWrite(name) is true;
        return new ObjectChange
        {
            // Form encoding: a space arrives as `+`, so Uri.UnescapeDataString would be wrong.
            Key = WebUtility.UrlDecode(key),
            Kind = written ? ObjectChangeKind.Created : ObjectChangeKind.Removed,
            At = at,
            VersionId = target.VersionId,
            Sequencer = target.Sequencer,
            ETag = written ? target.ETag?.Trim('"') : null,
            Size = written ? target.Size : null,
        };
    }
}
