using System.Text.Json;
using Jarpoint.LocalCloud.Chaos;
using Jarpoint.LocalCloud.Hosting;
using Jarpoint.LocalCloud.Notifications;
using Jarpoint.LocalCloud.Queues;
using Jarpoint.LocalCloud.S3;
using Jarpoint.LocalCloud.Tests.Queues;

namespace Jarpoint.LocalCloud.Tests.Notifications;

public sealed class BucketNotificationsTests : IDisposable
{
    private readonly QueueFixture fixture = new();

    [Theory]
    [InlineData("jars/a.jar", "ObjectCreated:Put", true)]
    [InlineData("jars/a.jar", "ObjectCreated:Copy", true)]
    [InlineData("jars/a.jar", "ObjectRemoved:DeleteMarkerCreated", true)]
    [InlineData("jars/a.jar", "ObjectRemoved:Delete", false)]
    [InlineData("jars/a.jar", "ObjectRestore:Completed", false)]
    [InlineData("jars/a.txt", "ObjectCreated:Put", false)]
    [InlineData("other/a.jar", "ObjectCreated:Put", false)]
    [InlineData("jars", "ObjectCreated:Put", false)]
    public void A_rule_matches_prefix_suffix_and_event_type(string key, string eventName, bool matches)
    {
        var rule = new NotificationRule(
            "r", fixture.Queue, ["ObjectCreated:*", "ObjectRemoved:DeleteMarkerCreated"], "jars/", ".jar");

        rule.Matches(Change(key, eventName)).ShouldBe(matches);
    }

    [Fact]
    public void Configuring_sends_one_test_message_to_each_queue()
    {
        Configured(new ChaosOptions());

        fixture.Queue.Peek().ShouldHaveSingleItem().Body.ShouldContain("s3:TestEvent");
        fixture.DeadLetters.Peek().ShouldHaveSingleItem().Body.ShouldContain("s3:TestEvent");
    }

    [Fact]
    public void A_change_goes_to_the_queue_of_the_rule_it_matches()
    {
        var notifications = Configured(new ChaosOptions());
        fixture.Queue.Purge();
        fixture.DeadLetters.Purge();

        notifications.Publish(Change("jars/a.jar"));
        notifications.Publish(Change("log/1.json"));
        notifications.Publish(Change("elsewhere"));
        notifications.Publish(Change("jars/b.jar") with { Bucket = "another" });

        Keys(fixture.Queue).ShouldBe(["jars/a.jar"]);
        Keys(fixture.DeadLetters).ShouldBe(["log/1.json"]);
    }

    [Theory]
    [InlineData("jars/", "", "ObjectCreated:Put", "jars/spark/", "", "ObjectCreated:*", true)]
    [InlineData("", ".jar", "ObjectCreated:*", "jars/", "", "ObjectCreated:*", true)]
    [InlineData("jars/", "", "ObjectCreated:*", "log/", "", "ObjectCreated:*", false)]
    [InlineData("jars/", ".jar", "ObjectCreated:*", "jars/", ".txt", "ObjectCreated:*", false)]
    [InlineData("jars/", "", "ObjectCreated:*", "jars/", "", "ObjectRemoved:*", false)]
    public void Rules_that_could_both_match_one_change_are_refused(
        string prefix, string suffix, string type, string otherPrefix, string otherSuffix, string otherType, bool refused)
    {
        var notifications = Notifications(new ChaosOptions());
        void Configure() => notifications.Configure(
            [
                new NotificationRule("one", fixture.Queue, [type], prefix, suffix),
                new NotificationRule("two", fixture.DeadLetters, [otherType], otherPrefix, otherSuffix),
            ]);

        if (refused)
        {
            Should.Throw<ArgumentException>(Configure).Message.ShouldContain("rules one and two overlap");
        }
        else
        {
            Should.NotThrow(Configure);
        }
    }

    [Fact]
    public void Duplicated_messages_arrive_twice()
    {
        var notifications = Configured(new ChaosOptions { DuplicateMessages = 1 });
        fixture.Queue.Purge();

        notifications.Publish(Change("jars/a.jar"));

        Keys(fixture.Queue).ShouldBe(["jars/a.jar", "jars/a.jar"]);
    }

    [Fact]
    public async Task Held_back_messages_are_counted_and_overtaken_the_same_way_for_the_same_seed()
    {
        var first = await OrderOfArrivalAsync(seed: 7);
        (await OrderOfArrivalAsync(seed: 7)).ShouldBe(first);
        (await OrderOfArrivalAsync(seed: 8)).ShouldNotBe(first);

        first.ShouldNotBe([.. first.Order(StringComparer.Ordinal)]);
        first.ShouldBe(Enumerable.Range(10, 20).Select(i => $"jars/{i}.jar"), ignoreOrder: true);
    }

    public void Dispose() => fixture.Dispose();

    private static S3ObjectEvent Change(string key, string eventName = "ObjectCreated:Put")
        => new("spark-jars", key, eventName, "v1", 1, "e", "01", DateTimeOffset.UnixEpoch);

    private static IEnumerable<string> Keys(SqsQueue queue) => queue.Peek().Select(Key);

    private static string Key(QueueMessage message)
    {
        using var json = JsonDocument.Parse(message.Body);
        return json.RootElement.GetProperty("Records")[0].GetProperty("s3").GetProperty("object").GetProperty("key")
            .GetString()!;
    }

    private BucketNotifications Notifications(ChaosOptions chaos)
        => new("spark-jars", new LocalAccount(), chaos, fixture.Time);

    private BucketNotifications Configured(ChaosOptions chaos)
    {
        var notifications = Notifications(chaos);
        notifications.Configure(
            [
                new NotificationRule("jars", fixture.Queue, ["ObjectCreated:*"], "jars/"),
                new NotificationRule("log", fixture.DeadLetters, ["ObjectCreated:*"], "log/"),
            ]);
        return notifications;
    }

    private async Task<List<string>> OrderOfArrivalAsync(int seed)
    {
        var notifications = Configured(new ChaosOptions { Seed = seed, DelayMessages = 0.5 });
        fixture.Queue.Purge();
        for (var i = 10; i < 30; i++)
        {
            notifications.Publish(Change($"jars/{i}.jar"));
        }

        fixture.Queue.Counts.Total.ShouldBe(20);
        fixture.Queue.Counts.Delayed.ShouldBeInRange(1, 19);
        var keys = new List<string>();
        while (keys.Count < 20)
        {
            keys.AddRange((await fixture.ReceiveAsync(maximum: 10, visibility: 3600)).Select(Key));
            fixture.Time.Advance(TimeSpan.FromMilliseconds(10));
        }

        return keys;
    }
}
