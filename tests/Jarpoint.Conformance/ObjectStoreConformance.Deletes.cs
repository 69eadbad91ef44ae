using Jarpoint.Catalog.Storage;
using Shouldly;
using Xunit;

namespace Jarpoint.Conformance;

public abstract partial class ObjectStoreConformance
{
    [Fact]
    public async Task A_deleted_object_is_missing_until_it_is_stored_again()
    {
        await StoreAsync(Key("a"), 1);

        await Store.DeleteAsync(Key("a"), Cancellation);

        (await Store.GetAsync(new ObjectReference(Key("a")), Cancellation)).ShouldBeOfType<GetOutcome.Missing>();
        (await ListAsync(Subject.Prefix)).ShouldBeEmpty();
        (await PutAsync(Key("a"), new byte[] { 2 }, new PutCondition.Absent())).ShouldBeOfType<PutOutcome.Stored>();
        (await ReadAsync(Key("a"))).ShouldBe([2]);
    }

    [Fact]
    public async Task To_delete_what_is_not_there_is_no_error()
    {
        await Store.DeleteAsync(Key("nothing"), Cancellation);
        await StoreAsync(Key("once"), 1);
        await Store.DeleteAsync(Key("once"), Cancellation);
        await Store.DeleteAsync(Key("once"), Cancellation);

        (await ListAsync(Subject.Prefix)).ShouldBeEmpty();
    }
}
