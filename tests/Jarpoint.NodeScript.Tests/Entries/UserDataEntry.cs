using Jarpoint.LocalCloud.Machines;
using Jarpoint.NodeDocument;

namespace Jarpoint.NodeScript.Tests.Entries;

/// <summary>User data, merged as Karpenter does and run as cloud-init does; the script comes out of the laptop S3.</summary>
internal sealed class UserDataEntry : IMountEntry
{
    public const string Units = "/run/units";

    /// <summary>Variables that user data and systemd find set.</summary>
    public static IReadOnlyDictionary<string, string> OnTheMachine { get; } =
        new Dictionary<string, string> { ["JARPOINT_UNIT_DIR"] = Units };

    public static UserDataSettings Settings(NodeBench bench, string mounts) => new()
    {
        ScriptBucket = "scripts",
        ScriptRegion = "us-east-1",
        ScriptEndpoint = bench.Endpoint,
        Mounts = mounts,
        // Each case says when it tries again.
        DeadlineSeconds = 0,
    };

    public static Task UploadAsync(NodeBench bench) => bench.PutAsync("scripts", UserData.ScriptKey, NodeScriptText.Whole);

    public static async Task<ScriptRun> BootAsync(
        NodeBench bench, UserDataSettings settings, IReadOnlyDictionary<string, string> environment)
    {
        AwsProgram.SkipUnlessInstalled();
        return await bench.RunAsync(
            AwsProgram.OnTheMachine
            + $"{StandIn.PathOf("karpenter")} <<'END_OF_USER_DATA' | {StandIn.PathOf("cloud-init")}\n"
            + UserData.Render(settings)
            + "END_OF_USER_DATA\n",
            environment.Concat(OnTheMachine).ToDictionary());
    }

    /// <summary>What then becomes of kubelet.</summary>
    public static Task<ScriptRun> StartKubeletAsync(NodeBench bench)
        => bench.RunAsync(StandIn.PathOf("systemd"), OnTheMachine);

    /// <summary>Ends the processes and mounts of the machine, and what lies in memory of theirs.</summary>
    public static Task<ScriptRun> RebootAsync(NodeBench bench)
        => bench.RunAsync($"{StandIn.PathOf("systemd")} reboot", OnTheMachine);

    public async Task<ScriptRun> MountAsync(
        NodeBench bench, string mounts, IReadOnlyDictionary<string, string> environment)
    {
        await UploadAsync(bench);
        return await BootAsync(bench, Settings(bench, mounts), environment);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
