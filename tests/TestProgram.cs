using System.Diagnostics;

namespace Jarpoint.Tests;

/// <summary>Programs of others that judge what we write.</summary>
internal static class TestProgram
{
    /// <summary>What a program prints; it must end with 0.</summary>
    public static async Task<string> RunAsync(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
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
