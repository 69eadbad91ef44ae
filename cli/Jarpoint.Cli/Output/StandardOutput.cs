using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Jarpoint.Cli.Output;

/// <summary>Where results go.</summary>
internal static class StandardOutput
{
    private const int Descriptor = 1;

    /// <summary>
    /// The console's writer; for a pipe one of our own. The console's swallows that nobody reads any more, so that
    /// <c>jarpoint ls | head</c> would work on to the end.
    /// </summary>
    public static TextWriter Open()
    {
        if (!Console.IsOutputRedirected || OperatingSystem.IsWindows())
        {
            return Console.Out;
        }

        var stream = new FileStream(new SafeFileHandle(Descriptor, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        // A file's place is shared with children and with standard error, so it is left to the console.
        return stream.CanSeek ? Console.Out : new StreamWriter(stream, new UTF8Encoding(false)) { AutoFlush = true };
    }
}
