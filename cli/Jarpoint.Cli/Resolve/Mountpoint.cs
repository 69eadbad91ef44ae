using System.CommandLine;
using System.CommandLine.Parsing;

namespace Jarpoint.Cli.Resolve;

/// <summary>The option that says where the bucket is mounted.</summary>
internal static class Mountpoint
{
    public static Option<string> Option(string description) => new("--mountpoint")
    {
        Description = description,
        HelpName = "PATH",
        DefaultValueFactory = static _ => SparkLocation.DefaultMountpoint,
        CustomParser = Parse,
    };

    // Anything else would become the host of a local: address.
    private static string? Parse(ArgumentResult result)
    {
        var word = result.Tokens[0].Value;
        if (word.StartsWith('/'))
        {
            return word;
        }

        result.AddError($"--mountpoint {word}: an absolute path, such as {SparkLocation.DefaultMountpoint}");
        return null;
    }
}
