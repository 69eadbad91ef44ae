using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Jarpoint.Cli.Catalog;

/// <summary>The options that several commands over a catalog share.</summary>
internal static class Revision
{
    public static Option<long?> Option() => new("--at")
    {
        Description = "Revision of the catalog. Default: the newest.",
        HelpName = "REVISION",
        CustomParser = Parse,
    };

    /// <summary>Reads one word; the parser's own message would name a type of .NET.</summary>
    public static long? Parse(ArgumentResult result)
    {
        if (long.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var revision))
        {
            return revision;
        }

        result.AddError($"{result.Tokens[0].Value}: a revision is a whole number, such as 42");
        return null;
    }

    public static Option<bool> Json() => new("--json") { Description = "JSON, an object a line, instead of a table." };
}
