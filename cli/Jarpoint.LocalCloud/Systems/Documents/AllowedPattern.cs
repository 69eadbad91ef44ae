using System.Text.RegularExpressions;

namespace Jarpoint.LocalCloud.Systems.Documents;

/// <summary>
/// <c>allowedPattern</c> of a parameter. A value must match as a whole: patterns of AWS's own documents, such as
/// <c>([1-9][0-9]{0,4})|(1[0-6][0-9]{4})</c>, mean nothing otherwise.
/// </summary>
internal sealed class AllowedPattern
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly Regex whole;

    /// <exception cref="ArgumentException">Not a regular expression.</exception>
    public AllowedPattern(string text)
    {
        Text = text;

        // On its own first: "a)(b" is one only between the parentheses that anchor it.
        _ = new Regex(text, RegexOptions.CultureInvariant, Longest);
        whole = new Regex($@"\A(?:{text})\z", RegexOptions.CultureInvariant, Longest);
    }

    public string Text { get; }

    public bool Matches(string value)
    {
        try
        {
            return whole.IsMatch(value);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
