using Jarpoint.LocalCloud.Systems.Fleet;

namespace Jarpoint.LocalCloud.Systems.Commands;

/// <summary>A SendCommand that was found valid.</summary>
internal sealed record CommandDraft(string DocumentName, string DocumentVersion, IReadOnlyList<PreparedStep> Steps)
{
    /// <summary>As sent, without defaults.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Parameters { get; init; }

    public IReadOnlyList<string> InstanceIds { get; init; } = [];

    public IReadOnlyList<InstanceTarget> Targets { get; init; } = [];

    public string Comment { get; init; } = "";

    public required TimeSpan DeliveryTimeout { get; init; }

    public required RateLimit MaxConcurrency { get; init; }

    public required RateLimit MaxErrors { get; init; }
}
