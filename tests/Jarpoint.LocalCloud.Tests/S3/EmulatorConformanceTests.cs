using Jarpoint.Conformance;
using Jarpoint.LocalCloud.Chaos;
using Jarpoint.LocalCloud.S3;
using Jarpoint.LocalCloud.S3.State;

namespace Jarpoint.LocalCloud.Tests.S3;

public sealed class VersionedEmulatorConformanceTests : ObjectStoreConformance
{
    protected override Task<StoreUnderTest> CreateAsync() => EmulatorUnderTest.StartAsync(BucketVersioning.Enabled);
}

public sealed class UnversionedEmulatorConformanceTests : ObjectStoreConformance
{
    protected override Task<StoreUnderTest> CreateAsync() => EmulatorUnderTest.StartAsync(BucketVersioning.Off);
}

public sealed class EmulatorCatalogConcurrencyTests : CatalogConcurrencyConformance
{
    protected override Task<StoreUnderTest> CreateAsync() => EmulatorUnderTest.StartAsync(BucketVersioning.Enabled);
}

/// <summary>The same promises while the bucket throttles, conflicts and loses answers.</summary>
public sealed class EmulatorCatalogConcurrencyUnderFaultsTests : CatalogConcurrencyConformance
{
    protected override int CommitsPerWriter => 5;

    protected override Task<StoreUnderTest> CreateAsync()
    {
        var options = new ChaosOptions { Seed = 7, SlowDown = 0.02, Conflicts = 0.05, DroppedResponses = 0.05 };
        return EmulatorUnderTest.StartAsync(
            BucketVersioning.Enabled, new S3Server { Faults = new S3Faults(options) });
    }
}
