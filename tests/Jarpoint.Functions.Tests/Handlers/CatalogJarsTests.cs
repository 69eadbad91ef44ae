using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Storage;
using Jarpoint.Functions.Events.Sqs;
using Jarpoint.Functions.Runtime;

namespace Jarpoint.Functions.Tests.Handlers;

public sealed class CatalogJarsTests : IAsyncLifetime
{
    private readonly HandlerBench bench = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public async Task Commits_a_whole_batch_at_once()
    {
        await bench.PutJarAsync("jars/a b+c.jar");
        await bench.PutJarAsync("jars/d.jar");
        await bench.PutAsync("jars/e.jar", [1, 2, 3]);
        var response = await bench.CatalogAsync(
            Notifications.Message("m-1", Notifications.Created("jars/a+b%2Bc.jar"), Notifications.Created("jars/d.jar")),
            Notifications.Message("m-2", Notifications.Created("jars/e.jar"), Notifications.Removed("jars/f.jar")));
        response.BatchItemFailures.ShouldBeEmpty();

        var view = await bench.ViewAsync();
        view.Revision.ShouldBe(1);
        view.Entries.Select(fact => (fact.Key, fact.Kind)).ShouldBe(
        [
            ("jars/a b+c.jar", FactKind.Described),
            ("jars/d.jar", FactKind.Described),
            ("jars/e.jar", FactKind.Rejected),
        ]);
        bench.Metrics["JarsDescribed"].ShouldBe("2");
        bench.Metrics["JarsRejected"].ShouldBe("1");
        bench.Metrics["JarsRemoved"].ShouldBe("1");
        bench.Metrics["MessagesPoison"].ShouldBe("0");
        bench.Metrics["MessagesRetried"].ShouldBe("0");
        bench.Metrics["CommitRevision"].ShouldBe("1");
        bench.Metrics["UploadToCatalogued"].ShouldBe("[60000,60000,60000,60000]");
    }

    [Fact]
    public async Task Gives_back_only_the_message_whose_object_cannot_be_read_now()
    {
        await bench.PutJarAsync("jars/good.jar");
        await bench.PutJarAsync("jars/bad.jar");
        bench.Store.OnRequest = request => request is { Verb: StoreVerb.Head, Key: "jars/bad.jar" }
            ? throw new ObjectAccessDeniedException("jars/bad.jar: refused")
            : ValueTask.FromResult(StoreFault.None);
        var response = await bench.CatalogAsync(
            Notifications.Message("m-good", Notifications.Created("jars/good.jar")),
            Notifications.Message("m-bad", Notifications.Created("jars/bad.jar"), Notifications.Removed("jars/gone.jar")));

        response.BatchItemFailures.ShouldBe([new SqsBatchItemFailure("m-bad")]);
        (await bench.ViewAsync()).Entries.ShouldHaveSingleItem().Key.ShouldBe("jars/good.jar");
        bench.Metrics["MessagesRetried"].ShouldBe("1");
        bench.Lines.ShouldContain(line =>
            line["level"] == "ERROR" && line["key"] == "jars/bad.jar" && line["messageId"] == "m-bad"
            && line["bucket"] == Notifications.Bucket);
    }

    [Fact]
    public async Task Gives_back_every_message_that_had_a_fact_when_the_commit_fails()
    {
        await bench.PutJarAsync("jars/a.jar");
        bench.Store.OnRequest = request => request.Verb is StoreVerb.Put && request.Key.Contains("/log/", StringComparison.Ordinal)
            ? throw new IOException("no connection")
            : ValueTask.FromResult(StoreFault.None);
        var response = await bench.CatalogAsync(
            Notifications.Message("m-1", Notifications.Created("jars/a.jar"), Notifications.Removed("jars/b.jar")),
            Notifications.Message("m-2", Notifications.Created("jars/a.txt")),
            Notifications.Message("m-3", Notifications.Removed("jars/c.jar")));
        response.BatchItemFailures.Select(failure => failure.ItemIdentifier).ShouldBe(["m-1", "m-3"]);
        bench.Metrics["JarsDescribed"].ShouldBe("0");
        bench.Metrics["UploadToCatalogued"].ShouldBeNull();
    }

    [Fact]
    public async Task Acknowledges_poison_each_with_its_own_line()
    {
        await bench.PutJarAsync("jars/a.jar");
        var response = await bench.CatalogAsync(
            Notifications.Raw("m-1", "{\"Records\":[{"),
            Notifications.Message("m-2", Notifications.Created("jars/a.jar", bucket: "another")),
            Notifications.Raw("m-3", """{"source":"aws.ec2","detail-type":"EC2 Instance State-change Notification"}"""),
            Notifications.Message("m-4", Notifications.Created("jars/a.jar")));
        response.BatchItemFailures.ShouldBeEmpty();
        (await bench.ViewAsync()).Entries.ShouldHaveSingleItem();
        bench.Metrics["MessagesPoison"].ShouldBe("3");
        foreach (var (message, words) in new[] { ("m-1", "malformed"), ("m-2", "another"), ("m-3", "without Records") })
        {
            bench.Lines.ShouldContain(line =>
                line["messageId"] == message && line["message"]!.Contains(words, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Acknowledges_a_test_event_without_calling_it_poison()
    {
        var response = await bench.CatalogAsync(Notifications.Raw("m-1", """{"Event":"s3:TestEvent","Bucket":"spark-jars"}"""));
        response.BatchItemFailures.ShouldBeEmpty();
        bench.Metrics["MessagesPoison"].ShouldBe("0");
        bench.Store.Usage.ShouldBe(new StoreUsage());
    }

    [Theory]
    [InlineData("other/a.jar")]
    [InlineData("jars/a.txt")]
    [InlineData("jars/gone.jar")]
    public async Task Ignores_what_is_no_concern_of_the_catalog_and_commits_nothing(string key)
    {
        var response = await bench.CatalogAsync(Notifications.Message("m-1", Notifications.Created(key)));
        response.BatchItemFailures.ShouldBeEmpty();
        (await bench.ViewAsync()).Revision.ShouldBe(0);
        bench.Metrics["ChangesIgnored"].ShouldBe("1");
    }

    [Fact]
    public async Task Several_records_of_one_key_may_come_in_one_batch_in_any_order()
    {
        var version = await bench.PutJarAsync("jars/a.jar");
        var response = await bench.CatalogAsync(
            Notifications.Message("m-1", Notifications.Removed("jars/a.jar", "0A0")),
            Notifications.Message("m-2", Notifications.Created("jars/a.jar", version, "0A2"), Notifications.Created("jars/a.jar", "gone", "0A1")));
        response.BatchItemFailures.ShouldBeEmpty();
        var view = await bench.ViewAsync();
        view.Revision.ShouldBe(1);
        var entry = view.Entries.ShouldHaveSingleItem();
        entry.Kind.ShouldBe(FactKind.Described);
        entry.Sequencer.ShouldBe("0A2");
    }

    [Fact]
    public async Task Reports_what_is_not_finished_in_time_and_commits_the_rest()
    {
        await bench.PutJarAsync("jars/fast.jar");
        await bench.PutJarAsync("jars/slow.jar");
        var stuck = new TaskCompletionSource();
        var fast = new TaskCompletionSource();
        var deadline = new InvocationDeadline(bench.Clock.GetUtcNow().AddSeconds(60), bench.Clock.GetUtcNow(), bench.Clock);
        bench.Store.OnRequest = async request =>
        {
            if (request.Key == "jars/slow.jar")
            {
                stuck.TrySetResult();
                await fast.Task;
                bench.Clock.Advance(TimeSpan.FromSeconds(56));
            }
            else if (request.Verb is StoreVerb.Put && request.Key.Contains("/jars/", StringComparison.Ordinal))
            {
                await stuck.Task;
                fast.TrySetResult();
            }

            return StoreFault.None;
        };
        var response = await bench.CatalogAsync(
            deadline,
            Notifications.Message("m-slow", Notifications.Created("jars/slow.jar")),
            Notifications.Message("m-fast", Notifications.Created("jars/fast.jar")));
        response.BatchItemFailures.ShouldBe([new SqsBatchItemFailure("m-slow")]);
        (await bench.ViewAsync()).Entries.ShouldHaveSingleItem().Key.ShouldBe("jars/fast.jar");
        bench.Lines.ShouldContain(line => line["message"]!.StartsWith("No time left for jars/slow.jar", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Examines_no_more_at_once_than_configured()
    {
        await using var narrow = new HandlerBench(concurrency: 2);
        var (now, most) = (0, 0);
        var gate = new Lock();
        narrow.Store.OnRequest = async _ =>
        {
            lock (gate)
            {
                most = Math.Max(most, ++now);
            }

            await Task.Yield();
            lock (gate)
            {
                now--;
            }

            return StoreFault.None;
        };
        await narrow.CatalogAsync(
            [.. Enumerable.Range(0, 50).Select(n => Notifications.Message($"m-{n}", Notifications.Created($"jars/{n}.jar")))]);
        most.ShouldBeInRange(1, 2);
    }
}
