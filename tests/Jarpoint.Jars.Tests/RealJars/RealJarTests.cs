namespace Jarpoint.Jars.Tests.RealJars;

public sealed class RealJarTests(ITestOutputHelper output)
{
    private const string Snapshot = "RealJars/descriptions.txt";
    private const int Least = 60;

    /// <summary>Set to rewrite the snapshot, which is then reviewed by eye.</summary>
    private const string Update = "JARPOINT_UPDATE_SNAPSHOT";

    [Fact]
    public async Task Describes_real_jars_as_reviewed()
    {
        var folder = RealJarFolder.Require();
        var described = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (label, path) in RealJarFolder.List(folder))
        {
            described[label] = DescriptionText.Of(label, await RealJarFolder.DescribeAsync(path));
        }

        if (Environment.GetEnvironmentVariable(Update) is { Length: > 0 } target)
        {
            await File.WriteAllTextAsync(target, string.Join('\n', described.Values),
                TestContext.Current.CancellationToken);
            return;
        }

        var reviewed = SnapshotBlocks.Parse(
            await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, Snapshot),
                TestContext.Current.CancellationToken));
        var compared = 0;
        foreach (var (label, text) in described)
        {
            if (reviewed.TryGetValue((label, SnapshotBlocks.Digest(text)), out var expected))
            {
                text.ShouldBe(expected);
                compared++;
            }
            else
            {
                output.WriteLine($"not reviewed, other bytes or another machine: {label}");
            }
        }

        compared.ShouldBeGreaterThanOrEqualTo(Least);
    }
}
