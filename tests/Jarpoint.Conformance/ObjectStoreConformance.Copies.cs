using Jarpoint.Catalog.Storage;
using Shouldly;
using Xunit;

namespace Jarpoint.Conformance;

public abstract partial class ObjectStoreConformance
{
    private IObjectCopier Copier
    {
        get
        {
            Assert.SkipUnless(Store is IObjectCopier, "The store copies nothing.");
            return (IObjectCopier)Store;
        }
    }

    [Fact]
    public async Task A_copy_has_the_bytes_of_its_source_and_says_their_SHA1()
    {
        await StoreAsync(Key("from a+b %.jar"), "abc"u8.ToArray());

        var copied = await CopyAsync(new ObjectReference(Key("from a+b %.jar")), Key("to/a+b.jar"));

        copied.ShouldBe(new CopyOutcome.Copied("a9993e364706816aba3e25717850c26c9cd0d89d"));
        (await ReadAsync(Key("to/a+b.jar"))).ShouldBe("abc"u8.ToArray());
    }

    [Fact]
    public async Task A_copy_goes_over_what_is_there()
    {
        await StoreAsync(Key("from"), 1);
        await StoreAsync(Key("to"), 2);

        (await CopyAsync(new ObjectReference(Key("from")), Key("to"))).ShouldBeOfType<CopyOutcome.Copied>();

        (await ReadAsync(Key("to"))).ShouldBe([1]);
    }

    [Fact]
    public async Task A_copy_is_of_the_state_that_was_named_or_of_none()
    {
        var first = await StoreAsync(Key("from"), 1);
        await StoreAsync(Key("from"), 2);

        (await CopyAsync(new ObjectReference(Key("from"), ETag: first.ETag), Key("to")))
            .ShouldBeOfType<CopyOutcome.SourceGone>();
        (await CopyAsync(new ObjectReference(Key("nothing")), Key("to"))).ShouldBeOfType<CopyOutcome.SourceGone>();
        (await Store.HeadAsync(new ObjectReference(Key("to")), Cancellation)).ShouldBeOfType<HeadOutcome.Missing>();
        if (Subject.Versioned)
        {
            (await CopyAsync(new ObjectReference(Key("from"), first.VersionId, first.ETag), Key("to")))
                .ShouldBeOfType<CopyOutcome.Copied>();
            (await ReadAsync(Key("to"))).ShouldBe([1]);
        }
    }

    private Task<CopyOutcome> CopyAsync(ObjectReference source, string key)
        => Copier.CopyAsync(source, key, "application/java-archive", Cancellation);
}
