using Jarpoint.Catalog.Facts;
using Jarpoint.LocalCloud.Chaos;

namespace Jarpoint.EndToEnd.Chaos;

/// <summary>The product under every fault at once; the seed in a failure's name repeats the operations.</summary>
public sealed class ChaosTests
{
    private const int Workers = 4;
    private const int Operations = 200;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Catalog_at_rest_equals_the_reference_model_whatever_failed_on_the_way(int seed)
    {
        await using var cloud = await RunningCloud.StartAsync(new ChaosOptions
        {
            Seed = seed,
            DuplicateMessages = 0.1,
            DelayMessages = 0.2,
            LongestDelay = TimeSpan.FromMilliseconds(500),
            SlowDown = 0.05,
            Conflicts = 0.05,
            DroppedResponses = 0.05,
            KilledFunctions = 0.1,
        });

        KeyWorker[] workers =
        [
            .. Enumerable.Range(0, Workers)
                .Select(worker => new KeyWorker(cloud.S3, cloud.Exempt, cloud.Bucket, worker, seed)),
        ];
        await Task.WhenAll(workers.Select(
            worker => worker.RunAsync(Operations / Workers, TestContext.Current.CancellationToken)));
        await cloud.QuiesceAsync();
        var functions = cloud.Host.Statistics.Functions;
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join("; ", functions));

        var expected = ReferenceModel.Union(workers.Select(worker => worker.Model))
            .ToDictionary(entry => entry.Key, entry => Shown(entry.Value));
        var view = await cloud.Reader.LatestAsync(TestContext.Current.CancellationToken);
        view.Entries.ToDictionary(entry => entry.Key, Shown).ShouldBe(expected, ignoreOrder: true);
        var check = await cloud.Checker.CheckAsync(TestContext.Current.CancellationToken);
        check.Findings.ShouldBeEmpty();
        cloud.Host.DeadLetters.ShouldBeEmpty();
    }

    private static string Shown(JarContent content) => $"{content.ETag} {content.Coordinates ?? "rejected"}";

    private static string Shown(CatalogFact fact)
        => $"{fact.ETag} {(fact.Jar is { } jar ? $"{jar.GroupId}:{jar.ArtifactId}:{jar.Version}" : "rejected")}";
}
