using System.Globalization;
using Jarpoint.Cli.Output;

namespace Jarpoint.Cli.Push;

/// <summary>A line on a terminal that follows one upload; silent when the writer is not a terminal.</summary>
internal sealed class UploadProgress(TextWriter writer, PushedJar jar)
{
    private readonly bool visible = Screen.IsTerminal(writer);
    private readonly Lock guard = new();
    private long shown = -1;

    public void Report(long sent)
    {
        var percent = jar.Size == 0 ? 100 : sent * 100 / jar.Size;
        lock (guard)
        {
            if (!visible || percent == shown)
            {
                return;
            }

            shown = percent;
            writer.Write(string.Create(
                CultureInfo.InvariantCulture, $"\r{Printable.OneLine(jar.Key)}  {percent} % of {ByteSize.Text(jar.Size)}"));
        }
    }

    public void Clear()
    {
        if (visible)
        {
            writer.Write("\r\u001b[K");
        }
    }
}
