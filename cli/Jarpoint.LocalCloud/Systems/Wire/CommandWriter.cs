using Jarpoint.LocalCloud.Systems.Commands;

namespace Jarpoint.LocalCloud.Systems.Wire;

/// <summary>Commands and invocations as the wire has them.</summary>
internal static class CommandWriter
{
    public static WireCommand Write(Command command) => new()
    {
        CommandId = command.Id,
        DocumentName = command.Draft.DocumentName,
        DocumentVersion = command.Draft.DocumentVersion,
        Comment = command.Draft.Comment,
        ExpiresAfter = WireTime.Seconds(command.ExpiresAfter),
        Parameters = command.Draft.Parameters,
        InstanceIds = command.Draft.InstanceIds,
        Targets = [.. command.Draft.Targets.Select(static target => new WireFilter
        {
            Key = target.Key,
            Values = [.. target.Values],
        })],
        RequestedDateTime = WireTime.Seconds(command.RequestedAt),
        Status = command.Status,
        StatusDetails = command.Details,
        MaxConcurrency = command.Draft.MaxConcurrency.Text,
        MaxErrors = command.Draft.MaxErrors.Text,
        TargetCount = command.Invocations.Count,
        CompletedCount = command.Tally.Completed,
        ErrorCount = command.Tally.Errors,
        DeliveryTimedOutCount = command.Tally[InvocationState.DeliveryTimedOut],
        TimeoutSeconds = (int)command.Draft.DeliveryTimeout.TotalSeconds,
    };

    /// <summary>The answer to SendCommand, which comes before the service has looked for the targets of tags.</summary>
    public static WireCommand Accepted(Command command) => Write(command) with
    {
        Status = "Pending",
        StatusDetails = "Pending",
        TargetCount = command.Draft.InstanceIds.Count,
    };

    public static WireInvocation Write(Invocation invocation, bool details) => new()
    {
        CommandId = invocation.Command.Id,
        InstanceId = invocation.InstanceId,
        Comment = invocation.Command.Draft.Comment,
        DocumentName = invocation.Command.Draft.DocumentName,
        DocumentVersion = invocation.Command.Draft.DocumentVersion,
        RequestedDateTime = WireTime.Seconds(invocation.Command.RequestedAt),
        Status = invocation.State.Status(),
        StatusDetails = invocation.State.ToString(),
        CommandPlugins = details ? [.. invocation.Steps.Select(Write)] : [],
    };

    /// <summary>A step for GetCommandInvocation, whether it has run or not.</summary>
    public static WireStep Write(Invocation invocation, string name)
    {
        var step = invocation.Steps.FirstOrDefault(step => step.Name == name);
        var state = step?.State ?? invocation.State;
        return new()
        {
            CommandId = invocation.Command.Id,
            InstanceId = invocation.InstanceId,
            Comment = invocation.Command.Draft.Comment,
            DocumentName = invocation.Command.Draft.DocumentName,
            DocumentVersion = invocation.Command.Draft.DocumentVersion,
            PluginName = name,
            ResponseCode = step?.Code ?? -1,
            ExecutionStartDateTime = WireTime.Text(step?.StartedAt),
            ExecutionElapsedTime = step is null ? "" : WireTime.Text(step.EndedAt - step.StartedAt),
            ExecutionEndDateTime = WireTime.Text(step?.EndedAt),
            Status = state.Status(),
            StatusDetails = state.ToString(),
            StandardOutputContent = step?.Output ?? "",
            StandardErrorContent = step?.Error ?? "",
        };
    }

    private static WirePlugin Write(StepRun step) => new()
    {
        Name = step.Name,
        Status = step.State.Status(),
        StatusDetails = step.State.ToString(),
        ResponseCode = step.Code,
        ResponseStartDateTime = WireTime.Seconds(step.StartedAt),
        ResponseFinishDateTime = WireTime.Seconds(step.EndedAt),
        Output = step.Combined,
    };
}
