using System.Text.Json;
using System.Text.RegularExpressions;

namespace Jarpoint.LocalCloud.Systems.Documents;

/// <summary>
/// Reads <c>mainSteps</c> of a document.
/// https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-command-ssm-plugin-reference.html
/// </summary>
internal static partial class StepReader
{
    public static IReadOnlyList<DocumentStep> Read(JsonElement root)
    {
        var steps = JsonShape.Required(root, "The document", "mainSteps");
        JsonShape.RequireKind(steps, "mainSteps", JsonValueKind.Array);
        IReadOnlyList<DocumentStep> read = [.. steps.EnumerateArray().Select(ReadStep)];
        if (read.Count == 0)
            throw SsmErrors.InvalidContent("mainSteps is empty.");

        return read.GroupBy(static step => step.Name, StringComparer.Ordinal).FirstOrDefault(static g => g.Count() > 1)
            is { } twice
            ? throw SsmErrors.InvalidContent($"Two steps have the name {twice.Key}.")
            : read;
    }

    private static DocumentStep ReadStep(JsonElement step)
    {
        JsonShape.RequireOnly(step, "A step", "action", "name", "inputs", "precondition");
        var name = JsonShape.RequiredText(step, "A step", "name");
        if (!StepName().IsMatch(name))
            throw SsmErrors.InvalidContent($"The step name \"{name}\" must be 4 to 128 letters, digits, - or _.");

        var where = "Step " + name;
        RequireShellScript(JsonShape.RequiredText(step, where, "action"), where);
        if (step.TryGetProperty("precondition", out var precondition))
            RequireLinux(precondition, where + ".precondition");

        var inputs = JsonShape.Required(step, where, "inputs");
        JsonShape.RequireOnly(
            inputs, where + ".inputs", "runCommand", "timeoutSeconds", "workingDirectory", "onFailure", "onSuccess",
            "finallyStep");
        if (inputs.TryGetProperty("onSuccess", out _) || inputs.TryGetProperty("finallyStep", out _))
            throw SsmErrors.NotEmulated("onSuccess and finallyStep");

        return new DocumentStep(
            name,
            Lines(JsonShape.Required(inputs, where, "runCommand"), where + ".runCommand"),
            Timeout(inputs, where + ".timeoutSeconds"),
            JsonShape.OptionalText(inputs, where, "workingDirectory") ?? "",
            ExitOnFailure(JsonShape.OptionalText(inputs, where, "onFailure"), where));
    }

    private static void RequireShellScript(string action, string where)
    {
        if (!action.StartsWith("aws:", StringComparison.Ordinal))
            throw SsmErrors.InvalidContent($"{where} has the unknown action {action}.");

        if (action != "aws:runShellScript")
            throw SsmErrors.NotEmulated($"the action {action}");
    }

    // Every machine of the laptop cloud is Linux: any other condition would have to be evaluated.
    private static void RequireLinux(JsonElement precondition, string where)
    {
        JsonShape.RequireOnly(precondition, where, "StringEquals");
        var operands = JsonShape.Texts(JsonShape.Required(precondition, where, "StringEquals"), where);
        if (operands is not ["platformType", "Linux"])
            throw SsmErrors.NotEmulated("a precondition other than platformType Linux");
    }

    private static IReadOnlyList<string> Lines(JsonElement value, string where)
        => value.ValueKind == JsonValueKind.String ? [value.GetString()!] : JsonShape.Texts(value, where);

    private static string Timeout(JsonElement inputs, string where)
        => !inputs.TryGetProperty("timeoutSeconds", out var value) ? ""
            : value.ValueKind == JsonValueKind.Number ? value.GetRawText()
            : JsonShape.Text(value, where);

    private static bool ExitOnFailure(string? text, string where) => text switch
    {
        null => false,
        "exit" => true,
        "successAndExit" => throw SsmErrors.NotEmulated("onFailure: successAndExit"),
        _ => throw SsmErrors.InvalidContent($"{where}.onFailure must be exit or successAndExit."),
    };

    // GetCommandInvocation takes a PluginName of at least 4 characters.
    [GeneratedRegex(@"\A[A-Za-z0-9_-]{4,128}\z", RegexOptions.CultureInvariant)]
    private static partial Regex StepName();
}
