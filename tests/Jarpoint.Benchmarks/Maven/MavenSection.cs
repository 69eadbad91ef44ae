using System.Globalization;

namespace Jarpoint.Benchmarks.Maven;

/// <summary>
/// What the Maven repository costs: the calls of a run with it less those of one without, its own reads and marks included.
/// </summary>
internal static class MavenSection
{
    private const int Uploads = 1000;

    public static async Task<IReadOnlyList<BenchmarkRow>> RunAsync()
    {
        var several = await CallsAsync(Uploads, artifacts: Uploads / 4);
        var single = await CallsAsync(Uploads, artifacts: Uploads);
        var sha256 = await CallsAsync(Uploads, artifacts: Uploads / 4, sha256: true);
        var (again, without) = (new MavenBucket(), new MavenBucket { HasRepository = false });
        foreach (var bucket in (MavenBucket[])[again, without])
        {
            await bucket.UploadAsync(0, Uploads, Uploads / 4);
            await bucket.FollowAsync();
            await bucket.UploadAsync(Uploads, 1, 1);
        }

        var one = await again.FollowAsync() - await without.FollowAsync();
        var none = await again.FollowAsync() - await without.FollowAsync();
        return
        [
            new("1,000 uploads of 250 artifacts: calls an upload", Text(several), Target: "≤ 6", Reached: several <= 6),
            new("1,000 uploads of 1,000 artifacts: calls an upload", Text(single), Target: "≤ 6", Reached: single <= 6),
            new("1,000 uploads of 250 artifacts with MavenSha256: calls an upload", Text(sha256)),
            new("one more upload, alone in its run: calls", Text(one)),
            new("nothing new: calls", Text(none), Target: "≤ 1", Reached: none <= 1),
        ];
    }

    private static async Task<double> CallsAsync(int uploads, int artifacts, bool sha256 = false)
    {
        var (with, without) = (new MavenBucket { HasSha256 = sha256 }, new MavenBucket { HasRepository = false });
        await with.UploadAsync(0, uploads, artifacts);
        await without.UploadAsync(0, uploads, artifacts);
        // A run's own three calls are nobody's in particular.
        return Math.Round((await with.FollowAsync() - await without.FollowAsync()) / (double)uploads, 1);
    }

    private static string Text(double calls) => calls.ToString("0.##", CultureInfo.InvariantCulture);
}
