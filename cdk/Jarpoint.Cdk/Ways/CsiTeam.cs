namespace Jarpoint.Cdk.Ways;

/// <summary>Who sees which jars through the CSI driver.</summary>
/// <param name="Name">Of the team and of its namespace: a DNS label.</param>
/// <param name="Prefix">What the team's pods see of the bucket; ends in a slash, or is empty for all of it.</param>
internal sealed record CsiTeam(string Name, string Prefix);
