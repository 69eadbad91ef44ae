namespace Jarpoint.EndToEnd.Maven;

/// <summary>What a resolver made of a request.</summary>
/// <param name="Jars">File names of the jars it brought, sorted; null when it failed.</param>
/// <param name="Output">What it printed.</param>
internal sealed record Resolution(IReadOnlyList<string>? Jars, string Output)
{
    public static Resolution Of(ToolRun run, string folder) => new(
        run.ExitCode == 0
            ? [.. Directory.EnumerateFiles(folder, "*.jar").Select(Path.GetFileName).Order(StringComparer.Ordinal)!]
            : null,
        run.Output);

    public void ShouldBring(params string[] jars) => Jars.ShouldNotBeNull(Output).ShouldBe(jars, Output);

    public void ShouldFail() => Jars.ShouldBeNull(Output);
}
