namespace Jarpoint.Nodes.Throttling;

/// <summary>A service throttles, also after the retries of its client; nothing happened.</summary>
public sealed class ThrottledException(string call) : Exception($"{call} is throttled.");
