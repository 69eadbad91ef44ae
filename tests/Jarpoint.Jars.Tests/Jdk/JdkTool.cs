using System.Diagnostics;

namespace Jarpoint.Jars.Tests.Jdk;

/// <summary>Runs tools of a JDK; a test that needs one is skipped where there is none.</summary>
internal static class JdkTool
{
    public static async Task<string> RunAsync(string tool, string folder, params string[] arguments)
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(path => File.Exists(Path.Combine(path, tool)));
        Assert.SkipUnless(found, $"There is no {tool} on the path; install a JDK.");
        var start = new ProcessStartInfo(tool, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start).ShouldNotBeNull();
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, $"{tool}: {output}{await errors}");
        return output;
    }
}
