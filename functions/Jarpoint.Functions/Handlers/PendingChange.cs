using Jarpoint.Catalog.Describing;

namespace Jarpoint.Functions.Handlers;

/// <summary>A change to look at, and the message that is delivered again if that fails.</summary>
internal sealed record PendingChange(string MessageId, ObjectChange Change);
