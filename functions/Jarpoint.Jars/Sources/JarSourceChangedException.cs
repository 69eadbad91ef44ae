namespace Jarpoint.Jars.Sources;

/// <summary>The jar was overwritten or deleted between two reads, so no description of it can be made.</summary>
public sealed class JarSourceChangedException(string message, Exception? innerException = null)
    : IOException(message, innerException);
