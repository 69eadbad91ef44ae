using System.CommandLine;

namespace Jarpoint.Cli.Completion;

/// <summary><c>jarpoint completion bash</c>: what makes a shell complete the command's words.</summary>
internal static class CompletionCommand
{
    public static Command Create()
    {
        var bash = new Command("bash", "For bash: add `source <(jarpoint completion bash)` to ~/.bashrc.");
        bash.SetAction(async (parsed, cancellationToken) =>
        {
            using var content = typeof(CompletionCommand).Assembly.GetManifestResourceStream("jarpoint.bash")!;
            using var text = new StreamReader(content);
            await parsed.InvocationConfiguration.Output.WriteAsync(await text.ReadToEndAsync(cancellationToken));
            return ExitCodes.Success;
        });
        return new Command("completion", "Print what makes a shell complete commands and options.") { bash };
    }
}
