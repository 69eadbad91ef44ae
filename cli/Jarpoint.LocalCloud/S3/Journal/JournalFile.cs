using System.Text.Json;

namespace Jarpoint.LocalCloud.S3.Journal;

/// <summary>
/// The changes as JSON lines, one a line, handed to the operating system before the change is answered: it survives the
/// process, not a power cut. A process killed while writing leaves a torn last line, which was never answered and is
/// dropped.
/// </summary>
internal sealed class JournalFile : IDisposable
{
    private readonly FileStream file;

    private JournalFile(FileStream file) => this.file = file;

    /// <exception cref="InvalidDataException">A line other than the last cannot be read.</exception>
    public static JournalFile Open(string path, Action<JournalEntry> replay)
    {
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        try
        {
            file.SetLength(Replay(file, path, replay));
            file.Seek(0, SeekOrigin.End);
            return new JournalFile(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void Append(JournalEntry entry)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(entry, JournalJson.Default.JournalEntry);
        Array.Resize(ref line, line.Length + 1);
        line[^1] = (byte)'\n';
        file.Write(line);
        file.Flush();
    }

    public void Dispose() => file.Dispose();

    /// <returns>The length of the whole lines.</returns>
    private static int Replay(FileStream file, string path, Action<JournalEntry> replay)
    {
        var content = new byte[file.Length];
        file.ReadExactly(content);
        var start = 0;
        for (var line = 1; start < content.Length; line++)
        {
            var length = content.AsSpan(start).IndexOf((byte)'\n');
            if (length < 0)
                break;

            replay(Parse(content.AsSpan(start, length), path, line));
            start += length + 1;
        }

        return start;
    }

    private static JournalEntry Parse(ReadOnlySpan<byte> line, string path, int number)
    {
        try
        {
            return JsonSerializer.Deserialize(line, JournalJson.Default.JournalEntry)
                ?? throw new JsonException("null");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"journal {path}, line {number}: {e.Message}", e);
        }
    }
}
