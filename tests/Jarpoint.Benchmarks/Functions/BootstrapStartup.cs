using System.Diagnostics;

namespace Jarpoint.Benchmarks.Functions;

/// <summary>Measures exec to the first <c>invocation/next</c>, several builds in turn within one run.</summary>
internal sealed class BootstrapStartup(int rounds = 20)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <param name="builds">Name and path of each executable.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public async Task<IReadOnlyList<StartupRow>> RunAsync(
        IReadOnlyList<(string Build, string Path)> builds, CancellationToken cancellationToken)
    {
        var samples = builds.ToDictionary(build => build.Build, _ => new List<(double Ms, double MiB)>());

        // The first round warms the page cache and does not count; the builds alternate, so a busy moment hits all.
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var (build, path) in builds)
            {
                var sample = await StartAsync(path, cancellationToken);
                if (round > 0)
                {
                    samples[build].Add(sample);
                }
            }
        }

        return
        [
            .. builds.Select(build => new StartupRow(
                build.Build,
                Median(samples[build.Build].Select(sample => sample.Ms)),
                Median(samples[build.Build].Select(sample => sample.MiB)),
                FolderMebibytes(build.Path))),
        ];
    }

    private static async Task<(double Ms, double MiB)> StartAsync(string path, CancellationToken cancellationToken)
    {
        using var listener = new NextListener();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        var begun = Stopwatch.GetTimestamp();
        using var process = Process.Start(StartInfo(path, listener.Address))!;
        try
        {
            using var connection = await listener.AskedAsync(patience.Token);
            var elapsed = Stopwatch.GetElapsedTime(begun);
            return (elapsed.TotalMilliseconds, ProcessStatus.Mebibytes(process.Id, "VmRSS")
                ?? throw new InvalidOperationException($"{path} ended before it was measured."));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static ProcessStartInfo StartInfo(string path, string runtimeApi)
    {
        var start = new ProcessStartInfo(path) { RedirectStandardOutput = true };
        start.Environment["AWS_LAMBDA_RUNTIME_API"] = runtimeApi;
        start.Environment["_HANDLER"] = "CatalogJars";
        start.Environment["AWS_REGION"] = "eu-west-1";
        start.Environment["AWS_ACCESS_KEY_ID"] = "AKIAEXAMPLE";
        start.Environment["AWS_SECRET_ACCESS_KEY"] = "example";
        start.Environment["JARPOINT_BUCKET"] = "spark-jars";
        return start;
    }

    private static double FolderMebibytes(string path)
        => new FileInfo(path).Directory!.EnumerateFiles()
            .Where(file => file.Extension is not (".pdb" or ".xml" or ".dbg"))
            .Sum(file => file.Length) / (1024.0 * 1024);

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
