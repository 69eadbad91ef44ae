using System.IO.Compression;
using System.Text;
using Jarpoint.Catalog.Describing;
using Jarpoint.Catalog.Storage;
using static Jarpoint.Catalog.Tests.TestCatalog;

namespace Jarpoint.Catalog.Tests.Describing;

public sealed class DescriptionStoreTests
{
    private readonly InMemoryObjectStore store = new();

    private DescriptionStore Descriptions => new(store, Layout, TimeProvider.System);

    [Fact]
    public async Task Gives_back_what_was_stored()
    {
        var jar = FakeJars.Describe("a\n\"b\" \u65e5\U0001f600.jar", "1.0+build");
        var digest = await Descriptions.PutAsync(jar, Cancellation);

        var found = (await Descriptions.GetAsync(digest, Cancellation)).ShouldBeOfType<DescriptionOutcome.Found>();

        found.Jar.FileName.ShouldBe(jar.FileName);
        found.Jar.Identity.Coordinates.ShouldBe(jar.Identity.Coordinates);
        found.Jar.Classes.ShouldBe(jar.Classes);
        found.Jar.Warnings.ShouldBe(jar.Warnings);
        (await Descriptions.PutAsync(found.Jar, Cancellation)).ShouldBe(digest);
    }

    [Fact]
    public async Task Stores_equal_descriptions_once()
    {
        var first = await Descriptions.PutAsync(FakeJars.Describe("a.jar", "1"), Cancellation);
        var second = await Descriptions.PutAsync(FakeJars.Describe("a.jar", "1"), Cancellation);
        var other = await Descriptions.PutAsync(FakeJars.Describe("a.jar", "2"), Cancellation);

        second.ShouldBe(first);
        other.ShouldNotBe(first);
        (await store.ListAsync(Layout.DescriptionPrefix, null, Cancellation).CountAsync(Cancellation)).ShouldBe(2);
    }

    [Fact]
    public async Task Says_that_a_description_is_missing()
        => (await Descriptions.GetAsync("ab", Cancellation)).ShouldBeOfType<DescriptionOutcome.Missing>();

    [Theory]
    [InlineData("not gzip")]
    [InlineData("")]
    public async Task Says_that_a_description_is_damaged(string content)
    {
        var digest = await Descriptions.PutAsync(FakeJars.Describe("a.jar", "1"), Cancellation);
        await OverwriteAsync(digest, Encoding.UTF8.GetBytes(content));

        (await Descriptions.GetAsync(digest, Cancellation)).ShouldBeOfType<DescriptionOutcome.Damaged>();
    }

    [Fact]
    public async Task Says_that_a_description_is_damaged_when_it_is_another_one()
    {
        var one = await Descriptions.PutAsync(FakeJars.Describe("a.jar", "1"), Cancellation);
        var two = await Descriptions.PutAsync(FakeJars.Describe("a.jar", "2"), Cancellation);
        var content = (await store.GetAsync(new ObjectReference(Layout.Description(two)), Cancellation))
            .ShouldBeOfType<GetOutcome.Found>().Content;
        await using (content)
        {
            using var copy = new MemoryStream();
            await content.CopyToAsync(copy, Cancellation);
            await OverwriteAsync(one, copy.ToArray());
        }

        (await Descriptions.GetAsync(one, Cancellation)).ShouldBeOfType<DescriptionOutcome.Damaged>()
            .Detail.ShouldContain(two);
    }

    [Fact]
    public async Task Fills_in_what_an_earlier_release_did_not_know()
    {
        const string text = """
            {"format":"jarpoint.description/1","jar":{"fileName":"a.jar","size":1,"readWhole":true,"entries":1,
            "identity":{"evidence":"none","found":[],"disagreements":[]},"java":null,"scala":null,"module":null,
            "later":{"unknown":[1]}}}
            """;
        var digest = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        using var buffer = new MemoryStream();
        await using (var gzip = new GZipStream(buffer, CompressionMode.Compress, leaveOpen: true))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(text), Cancellation);
        }

        await OverwriteAsync(digest, buffer.ToArray());

        var jar = (await Descriptions.GetAsync(digest, Cancellation)).ShouldBeOfType<DescriptionOutcome.Found>().Jar;
        jar.Classes.ShouldBeEmpty();
        jar.Warnings.ShouldBeEmpty();
    }

    private Task<PutOutcome> OverwriteAsync(string digest, byte[] content) => store.PutAsync(
        new ObjectWrite(Layout.Description(digest), content, new PutCondition.None()), Cancellation);
}
