using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;

namespace Jarpoint.EndToEnd;

/// <summary>The command as a process of its own, read line by line and ended by its own pid.</summary>
internal sealed class JarpointProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly Channel<string> lines = Channel.CreateUnbounded<string>();

    private JarpointProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
            {
                lines.Writer.TryComplete();
            }
            else
            {
                lines.Writer.TryWrite(line.Data);
            }
        };
        process.BeginOutputReadLine();
    }

    public static JarpointProcess Start(params string[] arguments)
    {
        // Whoever runs the tests in the background may have SIGINT ignored, and children inherit that.
        var start = new ProcessStartInfo("env") { RedirectStandardOutput = true };
        start.ArgumentList.Add("--default-signal=INT");
        start.ArgumentList.Add("dotnet");
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "jarpoint.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return new JarpointProcess(Process.Start(start)!);
    }

    /// <summary>Reads until a line holds <paramref name="text"/>; the output must not end before.</summary>
    public async Task<string> ReadUntilAsync(string text, CancellationToken cancellationToken)
    {
        await foreach (var line in lines.Reader.ReadAllAsync(cancellationToken))
        {
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new InvalidOperationException($"The output ended without '{text}'.");
    }

    /// <summary>Sends a signal by its name, such as INT, and waits for the end.</summary>
    public async Task<int> StopAsync(string signal, CancellationToken cancellationToken)
    {
        using var kill = Process.Start("kill", ["-s", signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken).WaitAsync(RunningCloud.Patience, cancellationToken);
        return process.ExitCode;
    }

    /// <summary>Processes whose parent this one is.</summary>
    public IReadOnlyList<int> Children() => [.. ChildrenOf(process.Id)];

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private static IEnumerable<int> ChildrenOf(int parent)
        => from folder in Directory.EnumerateDirectories("/proc")
           let id = Path.GetFileName(folder)
           where id.All(char.IsAsciiDigit)
           let stat = TryRead(Path.Combine(folder, "stat"))
           where stat is not null
           let fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ')
           where int.Parse(fields[1], CultureInfo.InvariantCulture) == parent
           select int.Parse(id, CultureInfo.InvariantCulture);

    private static string? TryRead(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
