using System.Globalization;
using System.IO.Compression;
using Amazon.S3.Model;
using Jarpoint.Benchmarks.Functions;
using Jarpoint.Catalog;
using Jarpoint.Catalog.Reading;
using Jarpoint.Cli.Local;
using Jarpoint.Functions.Storage;
using Jarpoint.LocalCloud.Functions;
using Jarpoint.LocalCloud.Hosting;

namespace Jarpoint.Benchmarks.Local;

/// <summary>A thousand uploads at once through the laptop cloud, ten functions at work.</summary>
internal static class LocalSection
{
    private const int Uploads = 1000;
    private const int Uploaders = 32;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static async Task<IReadOnlyList<BenchmarkRow>> RunAsync()
    {
        await using var host = await LocalCloudHost.StartAsync(
            new LocalCloudOptions { Bootstrap = BootstrapCommand.For(Builds.Native() ?? Builds.Jit), Port = 0 },
            CancellationToken.None);
        using var s3 = LocalClients.S3(host.Endpoint);
        var layout = new CatalogLayout();
        var reader = new CatalogReader(new S3ObjectStore(s3, host.Bucket, TimeProvider.System), layout);
        var facts = new List<string>();
        var watch = new CatalogWatch(
            host.Store, reader, layout, commit => facts.AddRange(commit.Facts.Select(static fact => fact.Key)));
        await watch.StartAsync(CancellationToken.None);
        await Parallel.ForAsync(0, Uploads, new ParallelOptions { MaxDegreeOfParallelism = Uploaders }, async (i, token) =>
        {
            using var body = new MemoryStream(Jar(i));
            await s3.PutObjectAsync(
                new PutObjectRequest { BucketName = host.Bucket, Key = $"jars/crowd-{i}.jar", InputStream = body }, token);
        });
        await host.QuiesceAsync(Patience, CancellationToken.None);
        await watch.CatchUpAsync(CancellationToken.None);
        await watch.DisposeAsync();
        var writers = host.Statistics.Functions.Single(static function => function.Name == "CatalogJars").Peak;
        return
        [
            new("uploads catalogued", $"{facts.Distinct().Count()}", "", $"{Uploads}", facts.Distinct().Count() == Uploads),
            new("catalogued twice", $"{facts.Count - facts.Distinct().Count()}", "", "0", facts.Count == facts.Distinct().Count()),
            new("writers at once", $"{writers}", "", "10", writers == 10),
            new("upload to visible, p50", Latency(watch, 50)),
            new("upload to visible, p99", Latency(watch, 99)),
        ];
    }

    private static string Latency(CatalogWatch watch, double percent)
        => BenchmarkProgram.Text(watch.UploadToVisible.Percentile(percent).TotalMilliseconds, "ms");

    private static byte[] Jar(int number)
    {
        var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var properties = archive.CreateEntry("META-INF/maven/org.example/crowd/pom.properties").Open();
            properties.Write(System.Text.Encoding.ASCII.GetBytes(
                string.Create(CultureInfo.InvariantCulture, $"groupId=org.example\nartifactId=crowd\nversion={number}\n")));
        }

        return bytes.ToArray();
    }
}
