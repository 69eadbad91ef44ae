using System.Diagnostics;

namespace Jarpoint.Cli.Tests.Shell;

/// <summary>A bash in which <c>jarpoint</c> is the command that was built.</summary>
internal sealed record BashRun(int ExitCode, string Output, string Error)
{
    public static async Task<BashRun> RunAsync(string script, params (string Name, string Value)[] variables)
    {
        using var folder = new ScratchFolder();
        folder.Write(
            "jarpoint", System.Text.Encoding.UTF8.GetBytes(
                $"#!/bin/bash\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "jarpoint.dll")}' \"$@\"\n"));
        var start = new ProcessStartInfo("bash", ["--norc", "-c", $"chmod u+x jarpoint\n{script}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder.Path,
        };
        start.Environment["PATH"] = $"{folder.Path}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["TERM"] = "xterm-256color";
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var cancellation = TestContext.Current.CancellationToken;
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var error = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return new BashRun(process.ExitCode, await output, await error);
    }
}
