using Microsoft.Win32.SafeHandles;

namespace Jarpoint.Jars.Sources;

/// <summary>
/// A jar in the file system, read by position. A file replaced by renaming is not noticed, nor does it matter.
/// </summary>
public sealed class FileJarSource : IJarSource, IDisposable
{
    private readonly SafeFileHandle file;

    private FileJarSource(SafeFileHandle file) => (this.file, Size) = (file, RandomAccess.GetLength(file));

    public long Size { get; }

    /// <summary>Opens a file. The caller disposes of the source.</summary>
    public static FileJarSource Open(string path)
        => new(File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete));

    public ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var read = 0;
        while (read < buffer.Length && RandomAccess.Read(file, buffer.Span[read..], offset + read) is > 0 and var more)
        {
            read += more;
        }

        return RandomAccess.GetLength(file) == Size
            ? ValueTask.FromResult(read)
            : throw new JarSourceChangedException($"The file's size changed from {Size} bytes while it was read.");
    }

    public void Dispose() => file.Dispose();
}
