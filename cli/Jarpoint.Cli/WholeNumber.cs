using System.CommandLine.Parsing;
using System.Globalization;

namespace Jarpoint.Cli;

/// <summary>Reads a whole number; the parser's own message would name a type of .NET.</summary>
internal static class WholeNumber
{
    /// <param name="result">One word.</param>
    /// <param name="name">Of the option or argument.</param>
    /// <param name="least">What is still taken.</param>
    /// <param name="most">What is still taken.</param>
    /// <returns>Null, and the result has an error, when it is none or not within the bounds.</returns>
    public static int? Parse(ArgumentResult result, string name, int least, int most)
    {
        var word = result.Tokens[0].Value;
        if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
        {
            return number;
        }

        result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} {word}: a whole number, {least:N0} to {most:N0}"));
        return null;
    }
}
