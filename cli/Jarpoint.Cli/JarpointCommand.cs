using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Jarpoint.Cli.Check;
using Jarpoint.Cli.Classes;
using Jarpoint.Cli.Completion;
using Jarpoint.Cli.Entries;
using Jarpoint.Cli.Index;
using Jarpoint.Cli.Local;
using Jarpoint.Cli.Nodes;
using Jarpoint.Cli.Push;
using Jarpoint.Cli.Rebuild;
using Jarpoint.Cli.Resolve;
using Jarpoint.Cli.Verify;

namespace Jarpoint.Cli;

/// <summary>The command line as a whole: parse, run, exit code.</summary>
internal static class JarpointCommand
{
    public static async Task<int> RunAsync(
        string[] arguments, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var parsed = CreateRoot().Parse(arguments);
        var configuration = new InvocationConfiguration
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        try
        {
            RequireUnderstood(parsed);
            var code = await parsed.InvokeAsync(configuration, cancellationToken);
            return parsed.Errors.Count > 0 ? ExitCodes.Usage : code;
        }
        catch (UsageException unusable)
        {
            await error.WriteLineAsync($"jarpoint: {unusable.Message}");
            return ExitCodes.Usage;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCodes.Interrupted;
        }
        catch (IOException broken) when (IsPipe(broken))
        {
            // The reader of a pipe (`jarpoint index … | head`) went away: nobody is left to tell.
            return ExitCodes.Success;
        }
    }

    public static RootCommand CreateRoot() => new("Jarpoint keeps the JARs of a Spark-on-EKS fleet in one S3 bucket.")
    {
        ListCommand.Create(),
        ShowCommand.Create(),
        HistoryCommand.Create(),
        DiffCommand.Create(),
        ResolveCommand.Create(),
        FindClassCommand.Create(),
        CheckCommand.Create(),
        VerifyCommand.Create(),
        RebuildCommand.Create(),
        IndexCommand.Create(),
        LocalCommand.Create(),
        PushCommand.Create(),
        NodesCommand.Create(),
        SweepCommand.Create(),
        CompletionCommand.Create(),
    };

    /// <summary>One sentence for a mistake. The parser would print the whole help, to standard output.</summary>
    private static void RequireUnderstood(ParseResult parsed)
    {
        RequireKnownOptions(parsed);
        if (parsed.Action is not ParseErrorAction)
        {
            return;
        }

        if (parsed.UnmatchedTokens is [var word, ..])
        {
            throw new UsageException(parsed.CommandResult.Command.Subcommands.Count > 0
                ? $"{word}: no such command; --help lists them"
                : $"{word}: one word too many; --help says what is expected");
        }

        // Of a command that only has others below it, the help says more than any sentence.
        if (parsed.CommandResult.Command.Action is not null)
        {
            throw new UsageException(string.Join("; ", parsed.Errors.Select(static error => error.Message)));
        }
    }

    /// <summary>A mistyped option would otherwise be taken for the name of a jar.</summary>
    private static void RequireKnownOptions(ParseResult parsed)
    {
        var words = parsed.Tokens.TakeWhile(static token => token.Type is not TokenType.DoubleDash);
        if (words.FirstOrDefault(static token => token.Type is TokenType.Argument
                && token.Value.StartsWith("--", StringComparison.Ordinal)) is { } unknown)
        {
            throw new UsageException($"{unknown.Value}: no such option; --help lists them, and -- comes before other words");
        }
    }

    // EPIPE on Linux; .NET passes errno as the HResult of the exception. A broken connection has another.
    public static bool IsPipe(IOException exception) => exception.HResult == 32;
}
