namespace Jarpoint.Cli.Tests.Shell;

public sealed class ShellTests : IDisposable
{
    private readonly CatalogFolder catalog = new();

    public void Dispose() => catalog.Dispose();

    [Theory]
    [InlineData("jarpoint l", "local ls")]
    [InlineData("jarpoint ls --s", "--scala --since")]
    [InlineData("jarpoint nodes la", "launch")]
    [InlineData("jarpoint nodes break node --how f", "freeze full")]
    [InlineData("jarpoint completion ", "bash")]
    public async Task Bash_completes_commands_and_options(string line, string words)
    {
        var run = await BashRun.RunAsync(
            """
            source <(jarpoint completion bash)
            complete -p jarpoint
            COMP_LINE=$LINE COMP_POINT=${#LINE}
            read -ra COMP_WORDS <<<"$LINE"
            [[ $LINE != *' ' ]] || COMP_WORDS+=('')
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _jarpoint
            printf '%s\n' "${COMPREPLY[@]}" | sort | xargs
            """,
            ("LINE", line));

        run.Error.ShouldBe("");
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldBe("complete -o default -F _jarpoint jarpoint");
        foreach (var word in words.Split(' '))
        {
            lines[1].Split(' ').ShouldContain(word);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("--json")]
    public async Task Ends_quietly_when_nobody_reads_on(string option)
    {
        // Longer than what a pipe holds, so that the end of the reader is met in any case.
        await catalog.FillAsync(5000);

        var run = await BashRun.RunAsync(
            $"jarpoint ls {option} | head -n 1; echo \"${{PIPESTATUS[0]}}\"", ("JARPOINT_CATALOG", catalog.Path));

        run.Error.ShouldBe("");
        run.Output.Split('\n').Length.ShouldBe(3);
        run.Output.ShouldEndWith("\n0\n");
    }

    [Fact]
    public async Task Cuts_with_a_mark_what_a_narrow_terminal_cannot_show()
    {
        await catalog.PutAsync(
            ("jars/a.jar", JarFile.Of("org.example.of.a.very.long.group", "an-artifact-with-a-name-as-long", "1.0")));

        var run = await BashRun.RunAsync(
            "script -qec 'stty cols 60; jarpoint ls' /dev/null",
            ("JARPOINT_CATALOG", catalog.Path), ("NO_COLOR", "1"));

        var lines = run.Output.Split('\n').Select(static line => line.TrimEnd('\r')).ToList();
        run.ExitCode.ShouldBe(0, run.Output + run.Error);
        lines.ShouldContain(static line => line.Contains("org.example.of", StringComparison.Ordinal)
            && line.Contains('…', StringComparison.Ordinal));
        lines.ShouldAllBe(static line => line.Length <= 60);
        run.Output.ShouldNotContain("\u001b[3");
    }

    [Fact]
    public async Task Writes_a_file_without_cuts_and_escapes()
    {
        await catalog.PutAsync(
            ("jars/a.jar", JarFile.Of("org.example.of.a.very.long.group", "an-artifact-with-a-name-as-long", "1.0")));

        var run = await BashRun.RunAsync("jarpoint ls > out; cat out", ("JARPOINT_CATALOG", catalog.Path));

        run.Output.ShouldContain("org.example.of.a.very.long.group:an-artifact-with-a-name-as-long:1.0");
        run.Output.ShouldNotContain("\u001b");
    }
}
