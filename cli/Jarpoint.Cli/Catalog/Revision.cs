using System.CommandLine;

namespace Jarpoint.Cli.Catalog;

/// <summary>The options that several commands over a catalog share.</summary>
internal static class Revision
{
    public static Option<long?> Option()
    {
        var option = new Option<long?>("--at")
        {
            Description = "Revision of the catalog. Default: the newest.",
            HelpName = "REVISION",
        };
        option.Validators.Add(static result =>
        {
            if (result.Tokens is [var token] && token.Value.StartsWith('-'))
            {
                result.AddError($"--at {token.Value}: revisions begin with 0.");
            }
        });
        return option;
    }

    public static Option<bool> Json() => new("--json") { Description = "JSON, an object a line, instead of a table." };
}
