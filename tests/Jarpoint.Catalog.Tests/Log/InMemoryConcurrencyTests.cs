using Jarpoint.Catalog.Tests.Storage;
using Jarpoint.Conformance;

namespace Jarpoint.Catalog.Tests.Log;

public sealed class InMemoryConcurrencyTests : CatalogConcurrencyConformance
{
    protected override Task<StoreUnderTest> CreateAsync()
        => Task.FromResult<StoreUnderTest>(new InMemoryStoreUnderTest(versioned: true));
}
