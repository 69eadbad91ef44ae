using Jarpoint.Conformance;

namespace Jarpoint.Functions.Tests.Storage;

/// <summary>The object store suite against a real S3 server.</summary>
public sealed class S3ObjectStoreConformanceTests : ObjectStoreConformance
{
    protected override Task<StoreUnderTest> CreateAsync() => S3ServerUnderTest.CreateAsync();
}

/// <summary>The catalog's concurrency suite against a real S3 server.</summary>
public sealed class S3CatalogConcurrencyConformanceTests : CatalogConcurrencyConformance
{
    protected override Task<StoreUnderTest> CreateAsync() => S3ServerUnderTest.CreateAsync();
}
