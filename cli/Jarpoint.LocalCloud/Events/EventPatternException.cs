namespace Jarpoint.LocalCloud.Events;

/// <summary>An event pattern is wrong, or says what is not emulated.</summary>
public sealed class EventPatternException(string message) : Exception(message);
