using Jarpoint.Conformance;

namespace Jarpoint.Catalog.Tests.Storage;

public sealed class VersionedInMemoryStoreTests : ObjectStoreConformance
{
    protected override Task<StoreUnderTest> CreateAsync()
        => Task.FromResult<StoreUnderTest>(new InMemoryStoreUnderTest(versioned: true));
}
