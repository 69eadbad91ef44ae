namespace Jarpoint.Cli.Tests;

/// <summary>One run of the command inside the test process.</summary>
internal sealed record Invocation(int ExitCode, string Output, string Error)
{
    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static async Task<Invocation> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await JarpointCommand.RunAsync(arguments, output, error, TestContext.Current.CancellationToken);
        return new Invocation(code, output.ToString(), error.ToString());
    }
}
