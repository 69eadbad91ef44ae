using System.Diagnostics;
using Amazon.SimpleSystemsManagement.Model;
using Jarpoint.LocalCloud.Machines;
using static Jarpoint.LocalCloud.Tests.Systems.SsmServer;

namespace Jarpoint.LocalCloud.Tests.Systems;

public sealed class HostileParameterTests
{
    private const int Cases = 200;

    private static readonly string[] Pieces =
    [
        "'", "\"", "`", "$(echo pwned)", "${HOME}", "$SSM_Value", ";", "&& echo pwned", "|", "\n", "\r\n", "\t", "\\", "\\n",
        "*", "?", "~", "!", "#", "<", ">", "(", ")", "{{ Value }}", "{{", "}}", "%s", "-e", "--", " ", "é", "日本", "\u202e",
        "=", ",", "a", "bucket=b", "\u0001", "EOF\n", "'\"'\"'",
    ];

    [Fact]
    public async Task Two_hundred_hostile_values_are_inert_through_the_environment()
    {
        await using var cloud = await StartAsync();
        cloud.Systems.PutDocument("test-env", TestDocuments.WithValue("printf %s \"$SSM_Value\"", environment: true));
        var id = cloud.Register(1, new FakeMachine(BashAsync)).Single();
        foreach (var value in Values())
        {
            var command = await cloud.SendAsync(
                [id], "test-env", request => request.Parameters = new() { ["Value"] = [value] });
            (await cloud.OverAsync(command)).Status.Value.ShouldBe("Success");
            (await cloud.InvocationAsync(command, id)).StandardOutputContent.ShouldBe(value);
        }
    }

    [Fact]
    public async Task Two_hundred_hostile_values_are_refused_by_a_strict_pattern()
    {
        await using var cloud = await StartAsync();
        var machine = new FakeMachine();
        const string Pattern =
            "^[a-z][a-z0-9-]*=[A-Za-z0-9._/:-]+([ ,][a-z][a-z0-9-]*=[A-Za-z0-9._/:-]+)*$";
        cloud.Systems.PutDocument(
            "test-strict", TestDocuments.WithValue("printf %s \"$SSM_Value\"", environment: true, Pattern));
        var id = cloud.Register(1, machine).Single();
        foreach (var value in Values().Select(static value => "bucket=b" + value + ";"))
        {
            await Should.ThrowAsync<InvalidParametersException>(cloud.SendAsync(
                [id], "test-strict", request => request.Parameters = new() { ["Value"] = [value] }));
        }

        await Should.ThrowAsync<InvalidParametersException>(cloud.SendAsync(
            [id], "test-strict", request => request.Parameters = new() { ["Value"] = ["bucket=b\n"] }));
        machine.Scripts.ShouldBeEmpty();
    }

    [Fact]
    public async Task Text_substitution_runs_what_a_value_says_as_in_aws()
    {
        await using var cloud = await StartAsync();
        cloud.Systems.PutDocument("test-text", TestDocuments.WithValue("echo \"{{ Value }}\"", environment: false));
        var id = cloud.Register(1, new FakeMachine(BashAsync)).Single();
        var command = await cloud.SendAsync(
            [id], "test-text", request => request.Parameters = new() { ["Value"] = ["\"; echo pwned; echo \""] });

        await cloud.OverAsync(command);
        (await cloud.InvocationAsync(command, id)).StandardOutputContent.ShouldBe("\npwned\n\n");
    }

    private static IEnumerable<string> Values()
    {
        var random = new Random(20_260_301);
        return Enumerable.Range(0, Cases).Select(_ => string.Concat(
            Enumerable.Range(0, random.Next(1, 12)).Select(_ => Pieces[random.Next(Pieces.Length)])));
    }

    private static async Task<ScriptRun> BashAsync(NodeScript script, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("bash", ["-c", script.Text])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in script.Environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return new ScriptRun(process.ExitCode, output, await error);
    }
}
