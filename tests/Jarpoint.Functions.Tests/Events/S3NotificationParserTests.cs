using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Jarpoint.Catalog.Describing;
using Jarpoint.Functions.Events.S3;

namespace Jarpoint.Functions.Tests.Events;

public sealed class S3NotificationParserTests
{
    [Fact]
    public void Keeps_everything_that_orders_and_names_a_change()
        => Parse("s3/put-encoded-key.json").ShouldBe(new S3EventOutcome.Changed("spark-jars", new ObjectChange
        {
            Kind = ObjectChangeKind.Created,
            Key = "jars/a@b/red flower+1.0+build.5 é%.jar",
            VersionId = "3HL4kqtJvjVBH40Nrjfkd.EXAMPLE",
            Sequencer = "0055AED6DCD90281E5",
            ETag = "1b2cf535f27731c974343645a3985328",
            Size = 3521,
            At = new DateTimeOffset(2026, 3, 4, 5, 6, 7, 89, TimeSpan.Zero),
        }));

    [Fact]
    public void A_delete_marker_has_its_own_version_and_no_content()
    {
        var (_, change) = Parse("s3/delete-marker.json").ShouldBeOfType<S3EventOutcome.Changed>();
        change.VersionId.ShouldBe("QUpfdndhfd8438MNFDN93jdnJFkdmEXAMPLE");
        change.ETag.ShouldBeNull();
        change.Size.ShouldBeNull();
    }

    [Fact]
    public void One_bad_record_does_not_take_the_others_of_its_message_along()
    {
        var body = EventFile.Text("s3/several-records.json").Replace("\"jars/one-1.0.jar\"", "17", StringComparison.Ordinal);
        S3NotificationParser.Parse(body).Select(outcome => outcome.GetType()).ShouldBe(
            [typeof(S3EventOutcome.Malformed), typeof(S3EventOutcome.Changed)]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("17")]
    [InlineData("{\"Records\":[null]}")]
    [InlineData("{\"Records\":[\"text\"]}")]
    public void A_body_nobody_can_read_is_malformed(string? body)
        => S3NotificationParser.Parse(body).ShouldHaveSingleItem().ShouldBeOfType<S3EventOutcome.Malformed>();

    [Fact]
    public void A_reason_names_what_was_found()
        => Parse("foreign/s3-later-major-version.json")
            .ShouldBeOfType<S3EventOutcome.Foreign>().Reason.ShouldContain("'3.0'");

    [Theory]
    [InlineData("2.0", true)]
    [InlineData("2.1", true)]
    [InlineData("2.10", true)]
    [InlineData("3.0", false)]
    [InlineData("1.9", false)]
    [InlineData("2", false)]
    [InlineData("2.x", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Understands_equal_majors_and_any_later_minor(string? version, bool understood)
        => S3NotificationVersion.IsUnderstood(version).ShouldBe(understood);

    [Property]
    public Property Any_key_survives_the_encoding_of_S3()
        => Prop.ForAll(Keys(), key => KeyOf(Notification(FormEncode(key), "ObjectCreated:Put")) == key);

    [Property]
    public Property Any_key_survives_with_the_least_encoding_that_a_server_may_use()
        => Prop.ForAll(Keys(), key => KeyOf(Notification(PercentEncode(key), "ObjectRemoved:Delete")) == key);

    private static S3EventOutcome Parse(string path)
        => S3NotificationParser.Parse(EventFile.Text(path)).ShouldHaveSingleItem();

    private static string KeyOf(NotificationBody notification)
        => S3NotificationParser.Parse(notification.Body).ShouldHaveSingleItem()
            .ShouldBeOfType<S3EventOutcome.Changed>().Change.Key;

    // Lone surrogates have no UTF-8 form, so no key has them.
    private static Arbitrary<string> Keys()
        => ArbMap.Default.ArbFor<NonEmptyString>().Filter(text => IsUtf8(text.Get)).Convert(
            text => "jars/ +%@#../\"'\n é\u20ac\U0001F9EA" + text.Get, NonEmptyString.NewNonEmptyString);

    private static bool IsUtf8(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text;

    /// <summary>What S3 does: form encoding of the UTF-8 bytes.</summary>
    private static string FormEncode(string key) => PercentEncode(key).Replace("%20", "+", StringComparison.Ordinal);

    private static string PercentEncode(string key) => string.Concat(Encoding.UTF8.GetBytes(key).Select(octet =>
        char.IsAsciiLetterOrDigit((char)octet) || "-_.*/".Contains((char)octet, StringComparison.Ordinal)
            ? ((char)octet).ToString()
            : $"%{octet:X2}"));

    private static NotificationBody Notification(string key, string name) => new(
        EventFile.Text("s3/put.json")
            .Replace("jars/org.example/widget_2.12-1.4.0.jar", key, StringComparison.Ordinal)
            .Replace("ObjectCreated:Put", name, StringComparison.Ordinal));

    private sealed record NotificationBody(string Body);
}
