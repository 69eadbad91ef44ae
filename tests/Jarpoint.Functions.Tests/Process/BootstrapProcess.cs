using System.Diagnostics;
using System.Globalization;
using System.Text;
using Jarpoint.Functions.Tests.Runtime;

namespace Jarpoint.Functions.Tests.Process;

/// <summary>
/// The real executable as a process of its own: the one named by <c>JARPOINT_BOOTSTRAP</c>, such as a native one, else
/// the one in the output folder of its own project. The copy beside these tests lacks what the shared framework of the
/// tests holds and the executable's own does not.
/// </summary>
internal sealed class BootstrapProcess : IAsyncDisposable
{
    private readonly System.Diagnostics.Process process;
    private readonly StringBuilder output = new();

    private BootstrapProcess(System.Diagnostics.Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => output.AppendLine(line.Data);
        process.BeginOutputReadLine();
    }

    public static BootstrapProcess Start(params (string Name, string? Value)[] environment)
    {
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("JARPOINT_BOOTSTRAP") is { Length: > 0 } path
                ? path
                : OwnOutput())
        {
            RedirectStandardOutput = true,
        };
        foreach (var inherited in start.Environment.Keys
            .Where(name => name.StartsWith("AWS_", StringComparison.Ordinal)
                || name.StartsWith("JARPOINT_", StringComparison.Ordinal))
            .ToList())
        {
            start.Environment.Remove(inherited);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new BootstrapProcess(System.Diagnostics.Process.Start(start)!);
    }

    public async Task TerminateAsync()
    {
        var id = process.Id.ToString(CultureInfo.InvariantCulture);
        using var kill = System.Diagnostics.Process.Start("kill", ["-TERM", id]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        kill.ExitCode.ShouldBe(0);
    }

    public async Task<int> ExitAsync()
    {
        await process.WaitForExitAsync(TestContext.Current.CancellationToken)
            .WaitAsync(FakeRuntimeApi.Patience, TestContext.Current.CancellationToken);
        return process.ExitCode;
    }

    /// <summary>Everything it printed. Complete once it has exited.</summary>
    public IReadOnlyList<JsonLine> Lines() => JsonLine.All(Encoding.UTF8.GetBytes(output.ToString()));

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    // The artifacts layout: bin/PROJECT/CONFIGURATION.
    private static string OwnOutput()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(here.Parent!.Parent!.FullName, "Jarpoint.Functions", here.Name, "bootstrap");
    }
}
