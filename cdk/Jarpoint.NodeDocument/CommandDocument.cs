namespace Jarpoint.NodeDocument;

/// <summary>The SSM command documents, schema 2.2, each carrying the node script whole.</summary>
public static class CommandDocument
{
    /// <summary>Installs and mounts. Parameter <c>Mounts</c>.</summary>
    public static string Mount() => throw new NotSupportedException("Not written yet.");

    /// <summary>Verifies, refreshes, warms. Parameters <c>Action</c> and <c>Directories</c>.</summary>
    public static string Care() => throw new NotSupportedException("Not written yet.");
}
