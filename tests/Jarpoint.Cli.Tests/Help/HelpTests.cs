using System.CommandLine;

namespace Jarpoint.Cli.Tests.Help;

public sealed class HelpTests
{
    public static TheoryData<string> Commands { get; } = new(Under(JarpointCommand.CreateRoot(), ""));

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Help_is_as_it_was_reviewed(string command)
    {
        var run = await Invocation.RunAsync([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        run.ExitCode.ShouldBe(ExitCodes.Success);
        run.Error.ShouldBe("");
        // The command calls itself by the file it was started from, here the tests' own.
        var text = run.Output.Replace(RootCommand.ExecutableName, "jarpoint", StringComparison.Ordinal);
        text.ShouldBeKept(command.Length == 0 ? "jarpoint" : command.Replace(' ', '-'));
    }

    [Fact]
    public void Every_kept_help_is_of_a_command()
    {
        var folder = Path.Combine(Repository.Root, "tests", "Jarpoint.Cli.Tests", "Help");
        var known = Commands.Select(static row => row.Data.Replace(' ', '-')).ToHashSet();

        Directory.EnumerateFiles(folder, "*.txt").Select(Path.GetFileNameWithoutExtension)
            .ShouldAllBe(name => name == "jarpoint" || name == "errors" || known.Contains(name!));
    }

    private static IEnumerable<string> Under(Command command, string name)
        => command.Subcommands.SelectMany(one => Under(one, $"{name} {one.Name}".Trim())).Prepend(name);
}
