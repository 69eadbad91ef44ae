using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Jarpoint.Cli.Tests.Help;

public sealed partial class DocumentTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "command.md"));

    [Fact]
    public void Lists_every_exit_code_and_no_other()
    {
        var codes = typeof(ExitCodes).GetFields(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Select(static field => (int)field.GetRawConstantValue()!);

        CodeRows().Matches(Document).Select(static row => int.Parse(row.Groups[1].Value, CultureInfo.InvariantCulture))
            .ShouldBe(codes.Order());
    }

    [Fact]
    public void Names_every_command()
    {
        foreach (var command in JarpointCommand.CreateRoot().Subcommands)
        {
            Document.ShouldContain($"`jarpoint {command.Name}");
        }
    }

    [GeneratedRegex(@"^\| (\d+) \|", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex CodeRows();
}
