using Jarpoint.Functions.Events.S3;

namespace Jarpoint.Functions.Handlers;

/// <summary>A change to look at, and the message that is delivered again if that fails.</summary>
internal sealed record PendingChange(string MessageId, S3ObjectChange Change);
