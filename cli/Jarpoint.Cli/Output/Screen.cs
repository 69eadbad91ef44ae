using Spectre.Console;

namespace Jarpoint.Cli.Output;

/// <summary>Spectre consoles over the writers of an invocation.</summary>
internal static class Screen
{
    // Wide enough that no table wraps in a file or a pipe.
    private const int RedirectedWidth = 240;

    public static IAnsiConsole Over(TextWriter writer)
    {
        var terminal = IsTerminal(writer);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = terminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = terminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = terminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!terminal)
        {
            console.Profile.Width = RedirectedWidth;
        }

        return console;
    }

    /// <summary>Characters of a line of the terminal, or null in a file or a pipe.</summary>
    public static int? Width(TextWriter writer)
        => IsTerminal(writer) && ReferenceEquals(writer, Console.Out) && Console.WindowWidth > 0 ? Console.WindowWidth : null;

    public static bool IsTerminal(TextWriter writer)
        => (ReferenceEquals(writer, Console.Out) && !Console.IsOutputRedirected)
            || (ReferenceEquals(writer, Console.Error) && !Console.IsErrorRedirected);
}
