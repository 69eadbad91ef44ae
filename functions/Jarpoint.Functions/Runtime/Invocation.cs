namespace Jarpoint.Functions.Runtime;

/// <summary>One event to handle, as <c>invocation/next</c> hands it over.</summary>
/// <param name="RequestId">Names the invocation in <c>response</c>, <c>error</c> and in every log line.</param>
/// <param name="Payload">The event: JSON, not yet parsed.</param>
/// <param name="Deadline">When Lambda kills the process; null when the Runtime API does not say.</param>
/// <param name="TraceId">X-Ray trace header; absent under the runtime interface emulator.</param>
/// <param name="FunctionArn">The ARN that was invoked, with its version or alias.</param>
internal sealed record Invocation(
    string RequestId,
    ReadOnlyMemory<byte> Payload,
    DateTimeOffset? Deadline = null,
    string? TraceId = null,
    string? FunctionArn = null);
