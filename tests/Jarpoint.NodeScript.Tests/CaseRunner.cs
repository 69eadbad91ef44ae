using System.Text;
using Jarpoint.LocalCloud.Machines;
using Jarpoint.LocalCloud.S3;
using Jarpoint.NodeDocument;
using Jarpoint.NodeScript.Tests.Entries;

namespace Jarpoint.NodeScript.Tests;

/// <summary>
/// Takes the steps of a case and writes the transcript. A step is a word and its text:
/// <c>put BUCKET KEY CONTENT</c>, <c>env NAME=VALUE</c> for later steps, <c>mount MOUNTS</c> through the entry,
/// <c>care ACTION DIRECTORIES</c> through the command document, <c>twice MOUNTS</c> for two mount commands at once, <c>node VERB ...</c> without a
/// document, <c>says TEXT</c> of the last output, <c>shell COMMAND</c>, <c>background COMMAND</c>,
/// <c>eventually CONDITION</c>, <c>break HOW</c>, <c>trouble KIND</c> and <c>relieve</c> of S3, <c>mounts</c>.
/// </summary>
internal sealed class CaseRunner(NodeBench bench, IMountEntry entry)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    private readonly StringBuilder transcript = new();
    private readonly Dictionary<string, string> environment = [];
    private ScriptRun last = new(0, string.Empty, string.Empty);

    public string Transcript => transcript.ToString();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async Task TakeAsync(string step)
    {
        transcript.Append("$ ").Append(step).Append('\n');
        var (verb, text) = Cut(step);
        switch (verb)
        {
            case "put":
                var (bucket, rest) = Cut(text);
                var (key, content) = Cut(rest);
                await bench.PutAsync(bucket, key, content);
                break;
            case "env":
                environment[text[..text.IndexOf('=', StringComparison.Ordinal)]] =
                    text[(text.IndexOf('=', StringComparison.Ordinal) + 1)..];
                break;
            case "mount":
                Report(await MountAsync(text));
                break;
            case "twice":
                // Which of them gets the lock is chance.
                foreach (var run in (await Task.WhenAll(MountAsync(text), MountAsync(text)))
                    .OrderBy(run => NodeReport.Of(run.Output), StringComparer.Ordinal))
                {
                    Report(run);
                }

                break;
            case "care":
                var (action, directories) = Cut(text);
                Report(await RunAsync(
                    DocumentScript.Of(CommandDocument.Care()),
                    [new("SSM_Action", action), new("SSM_Directories", directories)]));
                break;
            case "node":
                Report(await RunAsync($"set -- {text}\n" + DocumentScript.Of(CommandDocument.Mount())));
                break;
            case "says":
                (last.Output + last.Error).ShouldContain(text);
                break;
            case "shell":
                Show(await RunAsync(text));
                break;
            case "background":
                Show(await RunAsync($"setsid bash -c '{text}' </dev/null >/dev/null 2>&1 &"));
                break;
            case "eventually":
                await EventuallyAsync(text);
                break;
            case "break":
                await bench.Machine.BreakAsync(Enum.Parse<Breakage>(text, ignoreCase: true), Cancelled);
                break;
            case "trouble":
                bench.Faults.Befall(NodeBench.InstanceId, Enum.Parse<S3Trouble>(text, ignoreCase: true));
                break;
            case "relieve":
                bench.Faults.Relieve(NodeBench.InstanceId);
                break;
            case "mounts":
                Write(string.Join('\n', bench.Machine.Mounts().Select(mount => mount.Mountpoint).Order(StringComparer.Ordinal)));
                break;
            default:
                throw new InvalidOperationException($"'{verb}' is no step.");
        }
    }

    private static (string Word, string Text) Cut(string text)
        => text.IndexOf(' ', StringComparison.Ordinal) is >= 0 and var at ? (text[..at], text[(at + 1)..]) : (text, string.Empty);

    // A parameter may hold anything, line breaks too; a step is one line.
    private async Task<ScriptRun> MountAsync(string mounts)
        => last = await entry.MountAsync(bench, mounts.Replace("\\n", "\n", StringComparison.Ordinal), environment);

    private async Task<ScriptRun> RunAsync(string text, params KeyValuePair<string, string>[] variables)
        => last = await bench.RunAsync(text, environment.Concat(variables).ToDictionary());

    // The last look is shown when the state does not come.
    private async Task EventuallyAsync(string condition)
    {
        var began = TimeProvider.System.GetTimestamp();
        while ((await RunAsync(condition)).ExitCode != 0)
        {
            TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(
                Deadline, $"{condition}\n{last.Output}{last.Error}\n{transcript}");
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, Cancelled);
        }
    }

    private void Report(ScriptRun run)
    {
        Write(NodeReport.Of(run.Output));
        Write($"exit {run.ExitCode?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"}");
    }

    private void Show(ScriptRun run)
    {
        Write(run.Output.TrimEnd());
        Write(run.Error.TrimEnd());
        if (run.ExitCode != 0)
        {
            Write($"exit {run.ExitCode}");
        }
    }

    private void Write(string text)
    {
        if (text.Length > 0)
        {
            transcript.Append(text).Append('\n');
        }
    }
}
