using System.Globalization;

namespace Jarpoint.Cli.Output;

/// <summary>A line on a terminal that counts long work; silent when the writer is not a terminal.</summary>
internal sealed class CountLine(TextWriter writer, string what)
{
    private const int Every = 16;
    private readonly bool visible = Screen.IsTerminal(writer);

    public int Count { get; private set; }

    public void Advance()
    {
        if (++Count % Every == 0 && visible)
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"\r{Count} {what}"));
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
