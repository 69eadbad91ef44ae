namespace Jarpoint.NodeScript.Tests;

/// <summary>A folder below <c>cases</c>: what is done to a node, and the transcript expected of it.</summary>
internal sealed class NodeCase(string name)
{
    /// <summary>Set to write the transcripts instead of comparing them; read the difference before committing it.</summary>
    private const string Rewrite = "REWRITE_CASES";

    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "cases");

    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.GetDirectories(Root).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    /// <summary>
    /// The cases of a way to mount: all of them but those that say <c># not by</c> and its name, and why.
    /// </summary>
    public static IEnumerable<string> NamesFor(string entry) => Names.Where(name => !File
        .ReadLines(Path.Combine(Root, name, "steps"))
        .Any(line => line.StartsWith($"# not by {entry}:", StringComparison.Ordinal)));

    /// <summary>One step a line; <c>#</c> begins a comment.</summary>
    public IReadOnlyList<string> Steps { get; } =
    [
        .. File.ReadAllLines(Path.Combine(Root, name, "steps"))
            .Where(line => line.Length > 0 && !line.StartsWith('#')),
    ];

    public void Compare(string transcript)
    {
        if (Environment.GetEnvironmentVariable(Rewrite) is { Length: > 0 } folder)
        {
            File.WriteAllText(Path.Combine(folder, name, "expected"), transcript);
            return;
        }

        transcript.ShouldBe(File.ReadAllText(Path.Combine(Root, name, "expected")), name);
    }
}
