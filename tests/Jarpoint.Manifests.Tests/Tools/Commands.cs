using Jarpoint.Tests;

namespace Jarpoint.Manifests.Tools;

/// <summary>Programs that judge manifests.</summary>
internal static class Commands
{
    public static string Manifests { get; } = Path.Combine(Repository.Root, "cdk", "manifests");

    /// <summary>The objects of a folder, as <c>kubectl apply -k</c> would send them.</summary>
    public static Task<string> RenderAsync(string folder)
        => TestProgram.RunAsync("kubectl", ["kustomize", Path.Combine(Manifests, folder)]);

    public static bool Exists(string name)
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(directory => directory.Length > 0 && File.Exists(Path.Combine(directory, name)));

    public static void NeedKubectl() => Assert.SkipUnless(Exists("kubectl"), "the kubectl command is not on the PATH");
}
