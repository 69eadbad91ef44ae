namespace Jarpoint.LocalCloud.Systems.Wire;

internal sealed record SentCommandResponse(WireCommand Command);

internal sealed record CommandsResponse(IReadOnlyList<WireCommand> Commands, string? NextToken);

internal sealed record InvocationsResponse(IReadOnlyList<WireInvocation> CommandInvocations, string? NextToken);

internal sealed record WireCommand
{
    public required string CommandId { get; init; }

    public required string DocumentName { get; init; }

    public required string DocumentVersion { get; init; }

    public required string Comment { get; init; }

    public required double ExpiresAfter { get; init; }

    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Parameters { get; init; }

    public required IReadOnlyList<string> InstanceIds { get; init; }

    public required IReadOnlyList<WireFilter> Targets { get; init; }

    public required double RequestedDateTime { get; init; }

    public required string Status { get; init; }

    public required string StatusDetails { get; init; }

    public required string MaxConcurrency { get; init; }

    public required string MaxErrors { get; init; }

    public required int TargetCount { get; init; }

    public required int CompletedCount { get; init; }

    public required int ErrorCount { get; init; }

    public required int DeliveryTimedOutCount { get; init; }

    public required int TimeoutSeconds { get; init; }
}

internal sealed record WireInvocation
{
    public required string CommandId { get; init; }

    public required string InstanceId { get; init; }

    public string InstanceName { get; init; } = "";

    public required string Comment { get; init; }

    public required string DocumentName { get; init; }

    public required string DocumentVersion { get; init; }

    public required double RequestedDateTime { get; init; }

    public required string Status { get; init; }

    public required string StatusDetails { get; init; }

    public string StandardOutputUrl { get; init; } = "";

    public string StandardErrorUrl { get; init; } = "";

    public required IReadOnlyList<WirePlugin> CommandPlugins { get; init; }
}

internal sealed record WirePlugin
{
    public required string Name { get; init; }

    public required string Status { get; init; }

    public required string StatusDetails { get; init; }

    public required int ResponseCode { get; init; }

    public required double ResponseStartDateTime { get; init; }

    public required double ResponseFinishDateTime { get; init; }

    public required string Output { get; init; }
}

/// <summary>The answer of GetCommandInvocation.</summary>
internal sealed record WireStep
{
    public required string CommandId { get; init; }

    public required string InstanceId { get; init; }

    public required string Comment { get; init; }

    public required string DocumentName { get; init; }

    public required string DocumentVersion { get; init; }

    public required string PluginName { get; init; }

    public required int ResponseCode { get; init; }

    public required string ExecutionStartDateTime { get; init; }

    public required string ExecutionElapsedTime { get; init; }

    public required string ExecutionEndDateTime { get; init; }

    public required string Status { get; init; }

    public required string StatusDetails { get; init; }

    public required string StandardOutputContent { get; init; }

    public string StandardOutputUrl { get; init; } = "";

    public required string StandardErrorContent { get; init; }

    public string StandardErrorUrl { get; init; } = "";
}
