using Amazon.CDK;

namespace Jarpoint.Cdk.Tests.Synthesis;

/// <summary>All stacks of <see cref="Options"/>, synthesized once for all tests.</summary>
public sealed class Synthesized : IDisposable
{
    private readonly Scratch scratch = new();
    private readonly string arm64;
    private readonly string x86;

    public Synthesized()
    {
        arm64 = Executables.Create(scratch.Folder("arm64"), Executables.Aarch64);
        x86 = Executables.Create(scratch.Folder("x86"), Executables.Amd64);
        Folder = scratch.Folder("once");
        Build(Folder);
        Stacks = [.. Read(Folder)];
    }

    /// <summary>Where the assembly is.</summary>
    public string Folder { get; }

    public IReadOnlyList<StackTemplate> Stacks { get; }

    public StackTemplate this[string name] => Stacks.Single(stack => stack.Name == name);

    /// <summary>The same stacks a second time, in another folder.</summary>
    public IReadOnlyList<StackTemplate> Again()
    {
        var folder = scratch.Folder("twice");
        Build(folder);
        return [.. Read(folder)];
    }

    /// <summary>An application to build other stacks in.</summary>
    public App Other() => new(new AppProps { Outdir = scratch.Folder("other") });

    /// <summary>A folder with an executable for arm64.</summary>
    public string Arm64 => arm64;

    public string NewFolder(string name) => scratch.Folder(name);

    public void Dispose() => scratch.Dispose();

    private static IEnumerable<StackTemplate> Read(string folder) =>
        Directory.EnumerateFiles(folder, "*.template.json").Order(StringComparer.Ordinal).Select(path => new StackTemplate(path));

    private void Build(string folder)
    {
        var app = new App(new AppProps { Outdir = folder });
        Options.Build(app, arm64, x86);
        app.Synth();
    }
}
