using Amazon.SimpleSystemsManagement.Model;
using Jarpoint.Nodes.Commands;
using Jarpoint.Nodes.Identity;
using SsmInvocation = Amazon.SimpleSystemsManagement.Model.CommandInvocation;

namespace Jarpoint.Functions.Commands;

/// <summary>Turns Systems Manager's answers into our terms.</summary>
internal static class SsmAnswers
{
    // A listing gives 2,500 characters of standard output and error together, divided by this line.
    // https://github.com/aws/amazon-ssm-agent/blob/mainline/agent/appconfig/constants.go
    private const string ErrorHeading = "----------ERROR-------";
    private const int ListedOutput = 2_500;

    // The agent cuts on bytes and leaves room for its remark that it has cut.
    private const int CutMargin = 100;

    /// <summary>Null when the node is not an EC2 instance.</summary>
    public static Nodes.Commands.CommandInvocation? Of(SsmInvocation listed)
    {
        if (!InstanceId.TryParse(listed.InstanceId, out var instance))
        {
            return null;
        }

        var plugin = listed.CommandPlugins?.LastOrDefault();
        var status = SsmStatus.Of(listed.StatusDetails ?? listed.Status?.Value);
        return new Nodes.Commands.CommandInvocation(
            listed.CommandId,
            instance,
            listed.DocumentName ?? string.Empty,
            Utc(listed.RequestedDateTime),
            status,
            ExitCode(plugin?.ResponseCode, status),
            StandardOutput(plugin?.Output));
    }

    public static CommandSummary Of(Command command)
    {
        var late = command.DeliveryTimedOutCount ?? 0;
        return new CommandSummary(
            command.CommandId,
            Utc(command.RequestedDateTime),
            (command.Parameters ?? []).ToDictionary(
                parameter => parameter.Key, parameter => string.Join(',', parameter.Value ?? [])),
            command.TargetCount ?? 0,
            command.CompletedCount ?? 0,
            Errors(command, late),
            late);
    }

    /// <summary>Whether the listing may have left out the rest.</summary>
    public static bool MayBeCut(SsmInvocation listed)
        => listed.CommandPlugins?.LastOrDefault()?.Output?.Length >= ListedOutput - CutMargin;

    // ErrorCount holds Failed and ExecutionTimedOut only. Undeliverable, Cancelled and Terminated show nowhere but in
    // the state of the whole: then at least one node is among them.
    private static int Errors(Command command, int late) => ((command.ErrorCount ?? 0) + late) switch
    {
        0 when command.TargetCount > 0 && SsmStatus.EndedBadly(command.StatusDetails) => 1,
        var known => known,
    };

    // -1 stands for a script that did not run or has not ended; an empty field is read as 0.
    private static int? ExitCode(int? responseCode, InvocationStatus status)
        => responseCode >= 0 && status is not (InvocationStatus.Underway
            or InvocationStatus.DeliveryTimedOut or InvocationStatus.Undeliverable)
            ? responseCode
            : null;

    private static string StandardOutput(string? output)
        => output?.IndexOf(ErrorHeading, StringComparison.Ordinal) is { } at and >= 0
            ? output[..at].TrimEnd('\r', '\n')
            : output ?? string.Empty;

    private static DateTimeOffset Utc(DateTime? moment)
        => moment is { } known ? new DateTimeOffset(known.ToUniversalTime()) : DateTimeOffset.UnixEpoch;
}
