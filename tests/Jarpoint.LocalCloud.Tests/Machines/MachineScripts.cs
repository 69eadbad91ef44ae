using Jarpoint.LocalCloud.Machines;

namespace Jarpoint.LocalCloud.Tests.Machines;

/// <summary>Runs scripts in a machine.</summary>
internal static class MachineScripts
{
    /// <summary>Mounts the bucket of <see cref="MachineBench"/>.</summary>
    public const string Mount =
        "mkdir -p /mnt/jars && mount-s3 bucket /mnt/jars --read-only --allow-other --metadata-ttl indefinite";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static Task<ScriptRun> RunAsync(
        this INodeMachine machine, string text, TimeSpan? timeout = null, params (string Name, string Value)[] environment)
        => machine.RunAsync(
            new NodeScript(text, environment.ToDictionary(each => each.Name, each => each.Value), timeout ?? Patience),
            TestContext.Current.CancellationToken);

    /// <summary>Standard output of a script that must succeed.</summary>
    public static async Task<string> OutputAsync(this INodeMachine machine, string text)
    {
        var run = await machine.RunAsync(text);
        run.ExitCode.ShouldBe(0, run.Error);
        return run.Output.TrimEnd();
    }
}
