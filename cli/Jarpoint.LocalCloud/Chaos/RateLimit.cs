namespace Jarpoint.LocalCloud.Chaos;

/// <summary>A rate of calls.</summary>
/// <param name="Burst">Calls at once after a pause; at least 1.</param>
/// <param name="PerSecond">Calls per second in the long run.</param>
public sealed record RateLimit(double Burst, double PerSecond);
