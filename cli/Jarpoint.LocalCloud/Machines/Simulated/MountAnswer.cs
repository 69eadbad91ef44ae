using System.Text.Json.Serialization;

namespace Jarpoint.LocalCloud.Machines.Simulated;

/// <summary>
/// The line of JSON that the node script prints for a mount: its state after the action, and how often the node's own
/// supervision has remounted it.
/// </summary>
internal sealed record MountAnswer(
    string Mount,
    string Bucket,
    string Prefix,
    string State,
    string Action,
    int Code,
    int Repairs,
    long Milliseconds,
    string Detail);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(MountAnswer))]
internal sealed partial class MountAnswerJson : JsonSerializerContext;
