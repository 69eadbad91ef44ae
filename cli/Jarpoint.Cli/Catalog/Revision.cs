using System.CommandLine;

namespace Jarpoint.Cli.Catalog;

/// <summary>The options that several commands over a catalog share.</summary>
internal static class Revision
{
    public static Option<long?> Option() => new("--at")
    {
        Description = "Revision of the catalog. Default: the newest.",
        HelpName = "REVISION",
    };

    public static Option<bool> Json() => new("--json") { Description = "JSON, an object a line, instead of a table." };
}
