using Jarpoint.Catalog.Storage;
using Jarpoint.Conformance;

namespace Jarpoint.Catalog.Tests.Storage;

internal sealed class InMemoryStoreUnderTest(bool versioned) : StoreUnderTest
{
    private readonly InMemoryObjectStore store = new(versioned);

    public override IObjectStore Store => store;

    public override string Prefix => "test/";

    public override bool Versioned => versioned;

    public override Task<string?> DeleteAsync(string key, CancellationToken cancellationToken)
        => Task.FromResult(store.Delete(key));

    public override Task DeleteVersionAsync(string key, string versionId, CancellationToken cancellationToken)
    {
        store.DeleteVersion(key, versionId);
        return Task.CompletedTask;
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
