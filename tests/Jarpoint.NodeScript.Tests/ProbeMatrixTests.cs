using System.Text.Json;
using Jarpoint.LocalCloud.Machines;
using Jarpoint.LocalCloud.S3;
using Jarpoint.NodeDocument;

namespace Jarpoint.NodeScript.Tests;

/// <summary>
/// The probe on a real mount, whatever S3 answers meanwhile: what is dead is never called healthy, what lives is never
/// called dead, and nobody waits for what hangs.
/// </summary>
public sealed class ProbeMatrixTests
{
    private const string Living = "s3fs|mount-s3";
    private const string EndSupervision = "pkill -KILL -f 'jarpoint-node supervise'";

    /// <summary>A probe may take two deadlines of six seconds; the rest is for a noisy computer.</summary>
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(72);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData(S3Trouble.SlowDown)]
    [InlineData(S3Trouble.Denied)]
    [InlineData(S3Trouble.Silence)]
    public async Task Never_takes_the_dead_for_healthy_or_the_living_for_dead(S3Trouble? trouble)
    {
        await using var bench = await NodeBench.StartAsync();
        await RunAsync(
            bench,
            DocumentScript.Of(CommandDocument.Mount()),
            new() { ["SSM_Mounts"] = "bucket=jars,mountpoint=/mnt/jarpoint/s3" });
        await RunAsync(bench, EndSupervision);
        var daemon = (await RunAsync(bench, $"pgrep -x '{Living}'")).Output;
        Befall(bench, trouble);

        (await StateAsync(bench, "status")).ShouldBe("healthy");
        (await StateAsync(bench, "verify")).ShouldBe(trouble is null ? "healthy" : "unknown");
        (await RunAsync(bench, $"pgrep -x '{Living}'")).Output.ShouldBe(daemon);

        foreach (var (how, state) in new[] { (Breakage.Kill, "dead"), (Breakage.Freeze, "dead"), (Breakage.Unmount, "absent") })
        {
            // Verify has brought supervision back, which would repair it before anybody looks.
            await RunAsync(bench, EndSupervision);
            await bench.Machine.BreakAsync(how, Cancelled);
            (await StateAsync(bench, "status")).ShouldBe(state, $"{how}, {trouble}");
            bench.Faults.Relieve(NodeBench.InstanceId);
            (await StateAsync(bench, "verify")).ShouldBe("healthy", $"{how}, {trouble}");
            Befall(bench, trouble);
        }
    }

    [Fact]
    public async Task Returns_while_statfs_of_a_frozen_mount_hangs()
    {
        await using var bench = await NodeBench.StartAsync();
        await RunAsync(
            bench,
            DocumentScript.Of(CommandDocument.Mount()),
            new() { ["SSM_Mounts"] = "bucket=jars,mountpoint=/mnt/jarpoint/s3" });
        await RunAsync(bench, EndSupervision);
        await bench.Machine.BreakAsync(Breakage.Freeze, Cancelled);

        var began = TimeProvider.System.GetTimestamp();
        (await StateAsync(bench, "status")).ShouldBe("dead");
        TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(Generous);

        // The statfs it asked with has no answer even now.
        (await RunAsync(bench, "pgrep -fx 'stat -f -c %T -- /mnt/jarpoint/s3'")).ExitCode.ShouldBe(0);
    }

    private static void Befall(NodeBench bench, S3Trouble? trouble)
    {
        if (trouble is { } one)
        {
            bench.Faults.Befall(NodeBench.InstanceId, one);
        }
    }

    private static async Task<string?> StateAsync(NodeBench bench, string action)
    {
        var run = await RunAsync(
            bench,
            DocumentScript.Of(CommandDocument.Care()),
            new() { ["SSM_Action"] = action, ["SSM_Directories"] = string.Empty });
        using var line = JsonDocument.Parse(run.Output);
        return line.RootElement.GetProperty("state").GetString();
    }

    private static Task<ScriptRun> RunAsync(NodeBench bench, string text, Dictionary<string, string>? variables = null)
        => bench.Machine.RunAsync(new LocalCloud.Machines.NodeScript(text, variables ?? [], Patience), Cancelled);
}
