using System.Globalization;
using Amazon.S3.Model;

namespace Jarpoint.EndToEnd;

public sealed class CrowdTests
{
    private const int Uploads = 1000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_thousand_uploads_at_once_are_all_catalogued_and_none_twice()
    {
        await using var cloud = await RunningCloud.StartAsync();

        await Parallel.ForAsync(0, Uploads, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (number, token) =>
        {
            var version = number.ToString(CultureInfo.InvariantCulture);
            using var body = new MemoryStream(JarFile.Of("org.example", "crowd", version));
            await cloud.S3.PutObjectAsync(
                new PutObjectRequest { BucketName = cloud.Bucket, Key = $"jars/crowd-{version}.jar", InputStream = body },
                token);
        });
        await cloud.QuiesceAsync();

        var keys = new List<string>();
        await foreach (var commit in cloud.Reader.CommitsAsync(1, Cancellation))
        {
            keys.AddRange(commit.Facts.Select(fact => fact.Key));
        }

        keys.Count.ShouldBe(Uploads);
        keys.Distinct(StringComparer.Ordinal).Count().ShouldBe(Uploads);
        var view = await cloud.Reader.LatestAsync(Cancellation);
        view.Entries.Select(entry => entry.Jar?.Version).Order(StringComparer.Ordinal)
            .ShouldBe(Enumerable.Range(0, Uploads)
                .Select(number => number.ToString(CultureInfo.InvariantCulture)).Order(StringComparer.Ordinal));
        (await cloud.Checker.CheckAsync(Cancellation)).Findings.ShouldBeEmpty();
    }
}
