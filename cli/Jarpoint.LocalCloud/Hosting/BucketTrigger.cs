namespace Jarpoint.LocalCloud.Hosting;

/// <summary>Notifications of keys below a prefix.</summary>
/// <param name="Prefix">Ends in a slash.</param>
/// <param name="Events">Event types without <c>s3:</c>.</param>
internal sealed record BucketTrigger(string Prefix, IReadOnlyList<string> Events);
