using Jarpoint.LocalCloud.Machines;
using Jarpoint.LocalCloud.Systems.Documents;

namespace Jarpoint.LocalCloud.Systems.Commands;

/// <summary>A step with the command's parameters in it.</summary>
internal sealed record PreparedStep(string Name, NodeScript Script, bool ExitOnFailure)
{
    public static IReadOnlyList<PreparedStep> From(
        CommandContent content, IReadOnlyDictionary<string, IReadOnlyList<string>> values)
    {
        var environment = content.Parameters
            .Where(static parameter => parameter.InEnvironment)
            .ToDictionary(
                static parameter => "SSM_" + parameter.Name,
                parameter => values[parameter.Name][0],
                StringComparer.Ordinal);
        var text = content.Parameters
            .Where(static parameter => !parameter.InEnvironment)
            .ToDictionary(
                static parameter => parameter.Name, parameter => values[parameter.Name], StringComparer.Ordinal);
        return [.. content.Steps.Select(step => new PreparedStep(
            step.Name,
            new NodeScript(
                Text(step, text), environment, StepTimeout.Read(Placeholders.Fill(step.Timeout, text))),
            step.ExitOnFailure))];
    }

    private static string Text(DocumentStep step, IReadOnlyDictionary<string, IReadOnlyList<string>> values)
    {
        var lines = step.Lines.SelectMany(line => Placeholders.Expand(line, values));
        var directory = Placeholders.Fill(step.WorkingDirectory, values);
        return string.Join('\n', directory.Length == 0 ? lines : lines.Prepend($"cd -- {Quoted(directory)} || exit 1"));
    }

    private static string Quoted(string text) => $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
