using System.Diagnostics;
using System.Text;

namespace Jarpoint.NodeDocument.Tests;

/// <summary>
/// A directory that stands for a node: the script, its home and run directories, a mountpoint, and programs that stand in
/// front of the PATH. Nothing is mounted. Disposing of it ends what the script left behind, by its pid.
/// </summary>
internal sealed class NodeSandbox : IAsyncDisposable
{
    public NodeSandbox()
    {
        Directory.CreateDirectory(Programs);
        File.WriteAllText(Script, NodeScriptText.Whole);
        Variables = new Dictionary<string, string>
        {
            ["PATH"] = $"{Programs}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            ["JARPOINT_HOME"] = Path.Combine(Root, "home"),
            ["JARPOINT_RUN"] = Path.Combine(Root, "run"),
            ["JARPOINT_UNIT_DIR"] = Path.Combine(Root, "units"),
            ["JARPOINT_SUPERVISION"] = "process",
            ["JARPOINT_BUCKET"] = "jars-bucket",
            ["JARPOINT_MOUNTPOINT"] = Mountpoint,
        };
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("jarpoint-node-").FullName;

    public string Programs => Path.Combine(Root, "programs");

    public string Mountpoint => Path.Combine(Root, "mounts", "s3");

    public string Script => Path.Combine(Root, "jarpoint-node");

    /// <summary>The whole environment of the script.</summary>
    public Dictionary<string, string> Variables { get; }

    public string RunFile(string suffix)
        => Path.Combine(Root, "run", Mountpoint[1..].Replace("_", "__", StringComparison.Ordinal)
            .Replace("-", "_d", StringComparison.Ordinal).Replace('/', '-') + suffix);

    /// <summary>Puts a bash program in front of the PATH. <c>$ROOT</c> in it is the sandbox.</summary>
    public void AddProgram(string name, string body)
    {
        var path = Path.Combine(Programs, name);
        File.WriteAllText(path, $"#!/usr/bin/env bash\nROOT={Root}\n{body}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public string Write(string name, string text)
    {
        var path = Path.Combine(Root, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Lines of a file in the sandbox; none when there is no such file.</summary>
    public string[] Read(string name)
    {
        var path = Path.Combine(Root, name);
        return File.Exists(path) ? File.ReadAllLines(path) : [];
    }

    /// <summary>Runs the script with a verb.</summary>
    public Task<ScriptRun> RunAsync(params string[] arguments) => StartAsync([Script, .. arguments], string.Empty);

    /// <summary>Runs bash code that may call the script's functions; <c>setting</c> is filled.</summary>
    public Task<ScriptRun> CallAsync(string code, string input = "")
        => StartAsync(["-c", $"source \"$0\"\nsettings_declare\n{code}", Script], input);

    public async ValueTask DisposeAsync()
    {
        Variables.Remove("JARPOINT_BUCKET");
        await RunAsync("unmount");
        Directory.Delete(Root, recursive: true);
    }

    private async Task<ScriptRun> StartAsync(IEnumerable<string> arguments, string input)
    {
        var start = new ProcessStartInfo("/bin/bash", arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        start.Environment.Clear();
        foreach (var (name, value) in Variables)
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(CancellationToken.None);
        return new ScriptRun(process.ExitCode, await output, await error);
    }
}
