using System.Text;
using Jarpoint.Catalog.Describing;
using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Storage;
using Jarpoint.Jars;
using static Jarpoint.Catalog.Tests.TestCatalog;

namespace Jarpoint.Catalog.Tests.Describing;

public sealed class JarCataloguerTests
{
    private const string Key = "jars/a.jar";

    private readonly InMemoryObjectStore versioned = new(versioned: true);
    private readonly InMemoryObjectStore plain = new(versioned: false);

    [Fact]
    public async Task Describes_exactly_the_version_that_was_created()
    {
        var first = await PutAsync(versioned, "1.0");
        await PutAsync(versioned, "2.0");

        var fact = await FactAsync(versioned, Created("1", first.VersionId));

        fact.Kind.ShouldBe(FactKind.Described);
        (fact.VersionId, fact.ETag, fact.Size, fact.Sequencer, fact.At).ShouldBe((first.VersionId, first.ETag, 3, "1", Noon));
        fact.Jar.ShouldNotBeNull();
        (fact.Jar.GroupId, fact.Jar.ArtifactId, fact.Jar.Version).ShouldBe(("org.example", "demo", "1.0"));
        (fact.Jar.Java, fact.Jar.JavaSampled, fact.Jar.Scala, fact.Jar.Classes).ShouldBe((17, true, "2.12", 1));
        fact.Jar.Warnings.ShouldBe(["nested", "shaded"]);
    }

    [Fact]
    public async Task Describes_what_is_there_now_when_the_bucket_has_no_versions()
    {
        var first = await PutAsync(plain, "1.0");
        await PutAsync(plain, "2.0");

        (await FactAsync(plain, Created("1") with { ETag = first.ETag })).Jar!.Version.ShouldBe("2.0");
    }

    [Fact]
    public async Task Stores_the_long_description_before_it_states_the_fact()
    {
        await PutAsync(plain, "1.0");
        var fact = await FactAsync(plain, Created("1"));

        var stored = await new DescriptionStore(plain, Layout, TimeProvider.System)
            .GetAsync(fact.Jar!.Description, Cancellation);

        stored.ShouldBeOfType<DescriptionOutcome.Found>().Jar.FileName.ShouldBe("a.jar");
    }

    [Fact]
    public async Task States_nothing_when_it_is_killed_while_it_stores_the_description()
    {
        await PutAsync(plain, "1.0");
        plain.OnRequest = static request => request.Verb is StoreVerb.Put
            ? throw new IOException("killed")
            : ValueTask.FromResult(StoreFault.None);

        await Should.ThrowAsync<IOException>(() => ExamineAsync(plain, Created("1")));
    }

    [Fact]
    public async Task Rejects_an_object_that_is_no_jar_and_says_why()
    {
        await PutAsync(plain, "bad");

        var fact = await FactAsync(plain, Created("1"));

        fact.Kind.ShouldBe(FactKind.Rejected);
        fact.Jar.ShouldBeNull();
        fact.Rejection.ShouldBe(new Rejection(RejectionReason.NotAnArchive, "No end of central directory."));
    }

    [Theory]
    [InlineData("jars/", IgnoredReason.Folder)]
    [InlineData("jars/a.jar/", IgnoredReason.Folder)]
    [InlineData("jars/a.jar.sha1", IgnoredReason.NotAJar)]
    [InlineData("catalog/v1/head.json", IgnoredReason.NotAJar)]
    [InlineData("", IgnoredReason.NotAJar)]
    public async Task Ignores_keys_that_are_not_jars_without_a_request(string key, IgnoredReason reason)
    {
        (await ExamineAsync(plain, Created("1") with { Key = key })).ShouldBe(new ExamineOutcome.Ignored(reason));
        plain.Usage.Requests.ShouldBe(0);
    }

    [Fact]
    public async Task Takes_an_extension_in_capitals_for_a_jar()
    {
        await PutAsync(plain, "1.0", "jars/A.JAR");

        (await FactAsync(plain, Created("1") with { Key = "jars/A.JAR" })).Kind.ShouldBe(FactKind.Described);
    }

    [Fact]
    public async Task Leaves_a_created_object_that_is_gone_to_the_event_of_its_deletion()
    {
        var first = await PutAsync(versioned, "1.0");
        versioned.DeleteVersion(Key, first.VersionId!);

        (await ExamineAsync(versioned, Created("1", first.VersionId)))
            .ShouldBe(new ExamineOutcome.Ignored(IgnoredReason.VersionGone));
        (await ExamineAsync(plain, Created("1"))).ShouldBe(new ExamineOutcome.Ignored(IgnoredReason.Gone));
    }

    [Fact]
    public async Task A_delete_marker_removes_the_jar()
    {
        await PutAsync(versioned, "1.0");
        var marker = versioned.Delete(Key);

        var fact = await FactAsync(versioned, Removed("2", marker));

        (fact.Kind, fact.Sequencer, fact.VersionId, fact.At).ShouldBe((FactKind.Removed, "2", marker, Noon));
    }

    [Fact]
    public async Task A_deleted_version_shows_the_jar_below_it()
    {
        var first = await PutAsync(versioned, "1.0");
        var second = await PutAsync(versioned, "2.0");
        versioned.DeleteVersion(Key, second.VersionId!);

        var fact = await FactAsync(versioned, Removed("3", second.VersionId));

        (fact.Jar!.Version, fact.VersionId, fact.Sequencer).ShouldBe(("1.0", first.VersionId, "3"));
    }

    [Fact]
    public async Task A_deleted_delete_marker_shows_the_jar_again()
    {
        await PutAsync(versioned, "1.0");
        var marker = versioned.Delete(Key)!;
        versioned.DeleteVersion(Key, marker);

        (await FactAsync(versioned, Removed("3", marker))).Jar!.Version.ShouldBe("1.0");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Looks_again_when_the_jar_is_overwritten_between_two_ranges(bool isVersioned)
    {
        var store = isVersioned ? versioned : plain;
        await PutAsync(store, "1.0");
        var ranges = 0;
        store.OnRequest = async request =>
        {
            if (request.Verb is StoreVerb.GetRange && ++ranges == 2)
            {
                await PutAsync(store, "2.0");
                if (isVersioned)
                {
                    store.DeleteVersion(Key, VersionAt(1));
                }
            }

            return StoreFault.None;
        };

        (await FactAsync(store, Removed("1", null))).Jar!.Version.ShouldBe("2.0");
    }

    [Fact]
    public async Task Finds_the_jar_removed_when_it_is_deleted_between_two_ranges()
    {
        await PutAsync(plain, "1.0");
        var ranges = 0;
        plain.OnRequest = request =>
        {
            if (request.Verb is StoreVerb.GetRange && ++ranges == 2)
            {
                plain.Delete(Key);
            }

            return ValueTask.FromResult(StoreFault.None);
        };

        (await FactAsync(plain, Removed("1", null))).Kind.ShouldBe(FactKind.Removed);
    }

    [Fact]
    public async Task Leaves_a_jar_that_keeps_changing_to_the_events_of_its_changes()
    {
        await PutAsync(plain, "0000");
        var ranges = 0;
        plain.OnRequest = async request =>
        {
            if (request.Verb is StoreVerb.GetRange)
            {
                await PutAsync(plain, FakeJars.Version(++ranges));
            }

            return StoreFault.None;
        };

        (await ExamineAsync(plain, Created("1"))).ShouldBe(new ExamineOutcome.Ignored(IgnoredReason.Superseded));
    }

    [Fact]
    public async Task Passes_a_refused_access_on()
    {
        plain.OnRequest = static _ => throw new ObjectAccessDeniedException("jars/a.jar");

        await Should.ThrowAsync<ObjectAccessDeniedException>(() => ExamineAsync(plain, Created("1")));
    }

    [Theory]
    [InlineData(DigestMode.Auto, true, JarReadDepth.Ranges, true)]
    [InlineData(DigestMode.Auto, false, JarReadDepth.Whole, false)]
    [InlineData(DigestMode.Checksum, true, JarReadDepth.Ranges, true)]
    [InlineData(DigestMode.Checksum, false, JarReadDepth.Ranges, false)]
    [InlineData(DigestMode.Stream, true, JarReadDepth.Whole, true)]
    [InlineData(DigestMode.None, true, JarReadDepth.Ranges, false)]
    public async Task Reads_as_deep_as_the_digest_needs(
        DigestMode mode, bool stored, JarReadDepth depth, bool digest)
    {
        var store = new InMemoryObjectStore(storesSha256: stored);
        await PutAsync(store, "1.0");
        JarReadDepth? seen = null;
        var cataloguer = new JarCataloguer(
            store,
            Layout,
            (source, name, how, token) => FakeJars.ReadAsync(source, name, (seen = how).Value, token),
            TimeProvider.System,
            mode);

        var fact = (await cataloguer.ExamineAsync(Created("1"), Cancellation)).ShouldBeOfType<ExamineOutcome.Fact>();

        seen.ShouldBe(depth);
        (fact.Value.Jar!.Sha256 is not null).ShouldBe(digest);
    }

    [Fact]
    public async Task Costs_one_head_request_besides_the_ranges_and_the_description()
    {
        await PutAsync(plain, "1.0");
        var before = plain.Usage;
        await FactAsync(plain, Created("1"));

        var cost = plain.Usage - before;

        (cost.Heads, cost.Ranges, cost.Puts, cost.Requests).ShouldBe((1, 2, 1, 4));
    }

    private static string VersionAt(int number) => number.ToString("x32", System.Globalization.CultureInfo.InvariantCulture);

    private static ObjectChange Created(string sequencer, string? versionId = null)
        => new() { Kind = ObjectChangeKind.Created, Key = Key, Sequencer = sequencer, VersionId = versionId, At = Noon };

    private static ObjectChange Removed(string sequencer, string? versionId)
        => Created(sequencer, versionId) with { Kind = ObjectChangeKind.Removed };

    private static async Task<PutOutcome.Stored> PutAsync(InMemoryObjectStore store, string text, string key = Key)
        => (await store.PutAsync(
            new ObjectWrite(key, Encoding.UTF8.GetBytes(text), new PutCondition.None()), Cancellation))
            .ShouldBeOfType<PutOutcome.Stored>();

    private static Task<ExamineOutcome> ExamineAsync(InMemoryObjectStore store, ObjectChange change)
        => new JarCataloguer(store, Layout, FakeJars.ReadAsync, TimeProvider.System).ExamineAsync(change, Cancellation);

    private static async Task<CatalogFact> FactAsync(InMemoryObjectStore store, ObjectChange change)
        => (await ExamineAsync(store, change)).ShouldBeOfType<ExamineOutcome.Fact>().Value;
}
