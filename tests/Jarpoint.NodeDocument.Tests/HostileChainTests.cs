using System.Text.RegularExpressions;

namespace Jarpoint.NodeDocument.Tests;

/// <summary>
/// Parameters on their whole way: SSM holds them against the document, the agent hands them over as variables, and a real
/// bash runs the script. What gets to the end has done nothing but what the settings say.
/// </summary>
public sealed class HostileChainTests
{
    private const int Cases = 200;

    private static readonly string[] Frames = ["bucket=", "bucket=jars-bucket,prefix=", "bucket=jars-bucket,mountpoint=ROOT/m/"];

    [Fact]
    public async Task Hostile_parameters_are_refused_or_inert()
    {
        await using var node = new NodeSandbox();
        node.AddProgram("mount-s3", "[[ $1 != --version ]] || { echo mount-s3 1.23.0; exit; }\nexit 1");
        node.Variables.Remove("JARPOINT_BUCKET");
        var (byDocument, byScript, inert) = (0, 0, 0);
        for (var number = 0; number < Cases; number++)
        {
            var (parameters, value) = Case(number, node.Root);
            // The script gets it all the same: an agent that checks nothing must not matter.
            if (!parameters.All(parameter => Takes(parameter.Parameter, parameter.Value)))
                byDocument++;

            foreach (var name in node.Variables.Keys.Where(name => name.StartsWith("SSM_", StringComparison.Ordinal)).ToList())
                node.Variables.Remove(name);
            foreach (var (parameter, text) in parameters)
                node.Variables["SSM_" + parameter.Name] = text;
            var run = await node.RunAsync();
            run.ExitCode.ShouldBeOneOf([0, 2, 9, 10, 12], $"{value}: {run.Output}{run.Error}");
            (run.ExitCode == 2 ? ref byScript : ref inert)++;
            File.Exists(Path.Combine(node.Root, "canary")).ShouldBeFalse(value);
        }

        // Each of the three ends was seen, or the cases prove nothing.
        byDocument.ShouldBeInRange(50, Cases - 20);
        byScript.ShouldBeGreaterThan(50);
        inert.ShouldBeGreaterThan(0);
    }

    /// <summary>As SSM does. Its patterns are anchored, but before a last line feed an anchor may hold.</summary>
    private static bool Takes(CommandParameter parameter, string value)
        => (parameter.AllowedPattern is not { } pattern || Regex.IsMatch(value, pattern))
            && (parameter.AllowedValues.Count == 0 || parameter.AllowedValues.Contains(value));

    private static ((CommandParameter Parameter, string Value)[] Parameters, string Value) Case(
        int number, string root)
    {
        var random = new Random(number);
        var canary = Path.Combine(root, "canary");
        string[] poison =
        [
            $"$(touch {canary})", $"`touch {canary}`", $";touch {canary};", $"|touch {canary}", $"\ntouch {canary}\n",
            $"&touch {canary}&", $"'; touch {canary}; '", $"\"; touch {canary}; \"", $"a[$(touch {canary})]", "\\", "${IFS}",
            "\u0001", "é", "*", "?", "~", "\n", "\t", "{{ Mounts }}", new string('a', 600),
            // What the documents allow.
            "../../etc", "-rf", "--help", "/etc/passwd", "a,home=/tmp", "a,run=/tmp", "a,bucket=b", ":", "..", "a,os-release=/etc/passwd",
            "a,package-source=file:///tmp", "a,unit-dir=/tmp", "a bucket=b-b-b,mountpoint=/etc/cron.d", "a,mountpoint=//", "%24%28x%29",
        ];
        var text = poison[number % poison.Length] + (random.Next(2) == 0 ? string.Empty : poison[random.Next(poison.Length)]);
        if (random.Next(3) > 0)
        {
            var value = Frames[random.Next(Frames.Length)].Replace("ROOT", root, StringComparison.Ordinal) + text;
            return ([(MountCommand.Parameters[0], value)], value);
        }

        var (action, directories) = (CareCommand.Parameters[0], CareCommand.Parameters[1]);
        return random.Next(4) == 0
            ? ([(action, text), (directories, string.Empty)], text)
            : ([(action, random.Next(2) == 0 ? CareCommand.Refresh : CareCommand.Warm), (directories, text)], text);
    }
}
