namespace Jarpoint.LocalCloud.Machines.Namespaces;

/// <summary>
/// A file a script writes its output into, as the SSM agent has it: a process the script left behind may keep it open
/// without holding anybody up. Readable also when the machine is gone.
/// </summary>
internal sealed class ScriptOutput : IAsyncDisposable
{
    /// <summary>What lies beyond is not read; the file system ends far below a script that writes without end.</summary>
    public const int MostCharacters = 1 << 20;

    private readonly FileStream file;

    public ScriptOutput(string path)
    {
        File.WriteAllText(path, string.Empty);
        file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
    }

    public async Task<string> ReadAsync()
    {
        using var reader = new StreamReader(file, leaveOpen: true);
        var text = new char[MostCharacters];
        var count = await reader.ReadBlockAsync(text);
        return new string(text, 0, count);
    }

    public ValueTask DisposeAsync() => file.DisposeAsync();
}
