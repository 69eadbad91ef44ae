using Jarpoint.Catalog.Storage;
using Shouldly;
using Xunit;

namespace Jarpoint.Conformance;

/// <summary>
/// What the catalog needs of an <see cref="IObjectStore"/>. Holds for any S3 with strongly consistent conditional
/// writes; a subclass of a few lines runs it against one.
/// </summary>
public abstract partial class ObjectStoreConformance : IAsyncLifetime
{
    private StoreUnderTest? subject;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private StoreUnderTest Subject => subject ?? throw new InvalidOperationException("The test has not begun.");

    private IObjectStore Store => Subject.Store;

    public async ValueTask InitializeAsync() => subject = await CreateAsync();

    public async ValueTask DisposeAsync()
    {
        if (subject is not null)
        {
            await subject.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    protected abstract Task<StoreUnderTest> CreateAsync();

    private string Key(string name) => Subject.Prefix + name;

    private Task<PutOutcome> PutAsync(string key, ReadOnlyMemory<byte> content, PutCondition? condition = null)
        => Store.PutAsync(new ObjectWrite(key, content, condition ?? new PutCondition.None()), Cancellation);

    private async Task<PutOutcome.Stored> StoreAsync(string key, params byte[] content)
        => (await PutAsync(key, content)).ShouldBeOfType<PutOutcome.Stored>();

    private async Task<byte[]> ReadAsync(ObjectReference target)
    {
        var found = (await Store.GetAsync(target, Cancellation)).ShouldBeOfType<GetOutcome.Found>();
        await using var content = found.Content;
        using var buffer = new MemoryStream();
        await content.CopyToAsync(buffer, Cancellation);
        return buffer.ToArray();
    }

    private Task<byte[]> ReadAsync(string key) => ReadAsync(new ObjectReference(key));

    private async Task<ObjectMetadata> HeadAsync(string key)
        => (await Store.HeadAsync(new ObjectReference(key), Cancellation)).ShouldBeOfType<HeadOutcome.Found>().Metadata;

    private async Task<List<ListedObject>> ListAsync(string prefix, string? startAfter = null)
    {
        var all = new List<ListedObject>();
        await foreach (var listed in Store.ListAsync(prefix, startAfter, Cancellation))
        {
            all.Add(listed);
        }

        return all;
    }

    private async Task ShouldBeMissingAsync(ObjectReference target)
    {
        (await Store.GetAsync(target, Cancellation)).ShouldBeOfType<GetOutcome.Missing>();
        (await Store.HeadAsync(target, Cancellation)).ShouldBeOfType<HeadOutcome.Missing>();
        (await Store.GetRangeAsync(target, 0, new byte[1], Cancellation)).ShouldBeOfType<RangeOutcome.Missing>();
    }
}
