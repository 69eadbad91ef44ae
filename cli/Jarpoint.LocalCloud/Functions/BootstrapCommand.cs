namespace Jarpoint.LocalCloud.Functions;

/// <summary>How to start the Lambda executable.</summary>
/// <param name="File">A native <c>bootstrap</c>, or <c>dotnet</c>.</param>
/// <param name="Arguments">For <c>dotnet</c>, the path of <c>bootstrap.dll</c>.</param>
public sealed record BootstrapCommand(string File, IReadOnlyList<string> Arguments)
{
    /// <summary>Starts a native executable, or a <c>.dll</c> through <c>dotnet</c>.</summary>
    public static BootstrapCommand For(string path)
        => Path.GetExtension(path) == ".dll"
            ? new BootstrapCommand("dotnet", [Path.GetFullPath(path)])
            : new BootstrapCommand(Path.GetFullPath(path), []);

    /// <summary>The folder of the executable: a function's working directory and <c>LAMBDA_TASK_ROOT</c>.</summary>
    public string TaskRoot
        => Path.GetDirectoryName(Path.GetFullPath(Arguments.Count > 0 ? Arguments[0] : File))!;
}
