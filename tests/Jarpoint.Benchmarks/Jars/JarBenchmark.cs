using System.Diagnostics;
using Jarpoint.Jars;
using Jarpoint.Jars.Sources;

namespace Jarpoint.Benchmarks.Jars;

/// <summary>
/// Describes the same jars with Jarpoint and with other tools, in turns. Jarpoint reads ranges: identity, class table
/// and sampled Java release, no digest. The tools named with "per jar" are started once for each.
/// </summary>
internal sealed class JarBenchmark(IReadOnlyList<string> jars, int runs)
{
    private static readonly JarReader Reader = new(new JarReaderOptions { WholeUpTo = 0, Depth = JarReadDepth.Ranges });

    public async Task<IReadOnlyList<JarBenchmarkRow>> RunAsync()
    {
        using var java = new JavaDirectoryReader();
        var contestants = new List<(string Name, Func<Task> Run)> { ("jarpoint", DescribeAllAsync) };
        AddTool("unzip", "unzip -l per jar", "-l");
        AddTool("zipinfo", "zipinfo -1 per jar", "-1");
        AddTool("jar", "jar tf per jar", "tf");
        if (PeerProcess.Exists("javac"))
        {
            await java.CompileAsync();
            contestants.Add(("java.util.zip, one JVM", () => java.RunAsync(jars)));
        }

        var times = contestants.ToDictionary(static contestant => contestant.Name, static _ => new List<double>());
        for (var run = 0; run <= runs; run++)
        {
            foreach (var (name, action) in contestants)
            {
                var start = Stopwatch.GetTimestamp();
                await action();
                times[name].Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            }
        }

        // The first turn warmed page cache and JIT.
        var ours = Median(times["jarpoint"].Skip(1));
        return [.. contestants.Select(contestant => Median(times[contestant.Name].Skip(1)) is var seconds
            ? new JarBenchmarkRow(contestant.Name, seconds, seconds / ours)
            : throw new UnreachableException())];

        void AddTool(string command, string name, string option)
        {
            if (PeerProcess.Exists(command))
            {
                contestants.Add((name, () => RunPerJarAsync(command, option)));
            }
        }
    }

    private async Task RunPerJarAsync(string command, string option)
    {
        foreach (var jar in jars)
        {
            await PeerProcess.RunAsync(command, [option, jar]);
        }
    }

    /// <summary>Describes every jar once, as many at a time as the machine has processors.</summary>
    public Task DescribeAllAsync()
        => Parallel.ForEachAsync(jars, static async (jar, cancellationToken) =>
        {
            using var source = FileJarSource.Open(jar);
            if (await Reader.ReadAsync(source, Path.GetFileName(jar), cancellationToken) is JarReadOutcome.Rejected rejected)
            {
                throw new InvalidOperationException($"{jar}: {rejected.Detail}");
            }
        });

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
