namespace Jarpoint.Functions.Events;

/// <summary>Shows a piece of an event that is not what it should be, whatever its size.</summary>
internal static class Excerpt
{
    private const int Most = 80;

    public static string Of(string? text) => text switch
    {
        null => "missing",
        { Length: > Most } => $"'{text[..Most]}…' of {text.Length} characters",
        _ => $"'{text}'",
    };
}
