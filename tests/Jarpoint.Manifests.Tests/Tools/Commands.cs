using System.Diagnostics;
using Jarpoint.Tests;

namespace Jarpoint.Manifests.Tools;

/// <summary>Programs that judge manifests. Their ends are waited for by their own process.</summary>
internal static class Commands
{
    public static string Manifests { get; } = Path.Combine(Repository.Root, "cdk", "manifests");

    private static string Validators { get; } = Path.Combine(Repository.Root, "tests", "tools");

    /// <summary>Output of a check of <c>tests/tools</c>.</summary>
    public static Task<string> CheckAsync(string script, params string[] paths)
    {
        Directory.Exists(Path.Combine(Validators, "node_modules")).ShouldBeTrue(
            "The validators are not installed: npm ci --ignore-scripts --prefix tests/tools");
        return RunAsync("node", [Path.Combine(Validators, script), .. paths]);
    }

    /// <summary>The objects of a folder, as <c>kubectl apply -k</c> would send them.</summary>
    public static Task<string> RenderAsync(string folder)
        => RunAsync("kubectl", ["kustomize", Path.Combine(Manifests, folder)]);

    public static bool Exists(string name)
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(directory => directory.Length > 0 && File.Exists(Path.Combine(directory, name)));

    public static void NeedKubectl() => Assert.SkipUnless(Exists("kubectl"), "the kubectl command is not on the PATH");

    /// <summary>A path of a dependency of <c>tests/tools</c>.</summary>
    public static string Dependency(params string[] path) => Path.Combine([Validators, "node_modules", .. path]);

    public static async Task<string> RunAsync(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Repository.Root,
        };
        start.Environment["NO_PROXY"] = "127.0.0.1";
        start.Environment["KUBECONFIG"] = "/dev/null";
        using var process = Process.Start(start)!;
        var cancelled = TestContext.Current.CancellationToken;
        var output = process.StandardOutput.ReadToEndAsync(cancelled);
        var error = process.StandardError.ReadToEndAsync(cancelled);
        await process.WaitForExitAsync(cancelled);
        process.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', start.ArgumentList)}: {await error}");
        return await output;
    }
}
