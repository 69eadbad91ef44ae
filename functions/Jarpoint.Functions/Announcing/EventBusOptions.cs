namespace Jarpoint.Functions.Announcing;

/// <summary>Which event bus of EventBridge hears what happens to jars.</summary>
/// <param name="Bus">Name or ARN, <c>default</c> for the account's own.</param>
/// <param name="Bucket">Whose jars they are.</param>
/// <param name="Region">Region of the calls.</param>
/// <param name="Endpoint">Instead of EventBridge's own.</param>
internal sealed record EventBusOptions(string Bus, string Bucket, string Region, string? Endpoint);
