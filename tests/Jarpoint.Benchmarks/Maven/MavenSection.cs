using System.Globalization;
using Jarpoint.Benchmarks.Catalog;
using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Log;
using Jarpoint.Catalog.Maven;
using Jarpoint.Catalog.Publishing;
using Jarpoint.Catalog.Reading;
using Jarpoint.Catalog.Storage;

namespace Jarpoint.Benchmarks.Maven;

/// <summary>What the Maven repository costs: every call of a run counted, its own reads and marks included.</summary>
internal static class MavenSection
{
    private const int Uploads = 1000;

    public static async Task<IReadOnlyList<BenchmarkRow>> RunAsync()
    {
        var several = await CallsAsync(Uploads, artifacts: Uploads / 4);
        var single = await CallsAsync(Uploads, artifacts: Uploads);
        var again = new MavenBucket();
        await again.UploadAsync(0, Uploads, Uploads / 4);
        await again.FollowAsync();
        await again.UploadAsync(Uploads, 1, 1);
        return
        [
            new("1,000 uploads of 250 artifacts: calls an upload", Text(several), Target: "≤ 6", Reached: several <= 6),
            new("1,000 uploads of 1,000 artifacts: calls an upload", Text(single)),
            new("one more upload, alone in its run: calls", Text(await again.FollowAsync())),
            new("nothing new: calls", Text(await again.FollowAsync()), Target: "≤ 1", Reached: await again.FollowAsync() <= 1),
        ];
    }

    private static async Task<double> CallsAsync(int uploads, int artifacts)
    {
        var bucket = new MavenBucket();
        await bucket.UploadAsync(0, uploads, artifacts);
        return await bucket.FollowAsync() / (double)uploads;
    }

    private static string Text(double calls) => calls.ToString("0.##", CultureInfo.InvariantCulture);

    private sealed class MavenBucket
    {
        private readonly InMemoryObjectStore store = new(versioned: false);

        public async Task UploadAsync(int first, int uploads, int artifacts)
        {
            var facts = new List<CatalogFact>();
            for (var number = first; number < first + uploads; number++)
            {
                var fact = SyntheticCatalog.Fact(number);
                var stored = (PutOutcome.Stored)await store.PutAsync(
                    new ObjectWrite(fact.Key, BitConverter.GetBytes(number), new PutCondition.None()), CancellationToken.None);
                facts.Add(fact with
                {
                    VersionId = null,
                    ETag = stored.ETag,
                    Jar = fact.Jar! with { ArtifactId = $"artifact-{number % artifacts}" },
                });
            }

            await new CatalogWriter(store, SyntheticCatalog.Layout, TimeProvider.System)
                .AppendAsync(facts, CancellationToken.None);
            await SyntheticCatalog.Publisher(store).PublishAsync(CancellationToken.None);
        }

        /// <returns>Calls made.</returns>
        public async Task<int> FollowAsync()
        {
            var reader = new CatalogReader(store, SyntheticCatalog.Layout);
            var catalog = new PublishedCatalog(await reader.LatestAsync(CancellationToken.None));
            var repository = new MavenRepository(
                store, store, SyntheticCatalog.Layout, reader, new MavenOptions(), TimeProvider.System);
            var before = store.Usage;
            return await repository.FollowAsync(catalog, CancellationToken.None, CancellationToken.None)
                ? (store.Usage - before).Requests
                : throw new InvalidOperationException("The repository did not follow.");
        }
    }
}
