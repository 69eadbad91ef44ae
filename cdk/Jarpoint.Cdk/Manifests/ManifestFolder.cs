using System.Text.Json.Nodes;

namespace Jarpoint.Cdk.Manifests;

/// <summary>The plain YAML of <c>cdk/manifests</c>, as its <c>kustomization.yaml</c> lists it.</summary>
internal static class ManifestFolder
{
    private const string Index = "kustomization.yaml";

    /// <summary>Beside the assembly; the build copies <c>cdk/manifests</c> there.</summary>
    public static string Root { get; } = Path.Combine(AppContext.BaseDirectory, "manifests");

    /// <summary>The objects of the files listed under <c>resources</c>, in that order.</summary>
    /// <exception cref="NotSupportedException">The list says what only kustomize can do, and what CDK would leave out.</exception>
    public static IReadOnlyList<JsonObject> Load(string name) => LoadFrom(Path.Combine(Root, name));

    private static List<JsonObject> LoadFrom(string folder)
    {
        var path = Path.Combine(folder, Index);
        var index = KubernetesYaml.Read(File.ReadAllText(path), path).Single();
        foreach (var (key, _) in index)
        {
            if (key is not ("apiVersion" or "kind" or "resources" or "metadata"))
                throw new NotSupportedException($"{path}: '{key}' is applied by kustomize and not by CDK.");
        }

        return [.. index["resources"]!.AsArray().SelectMany(entry => Resource(Path.Combine(folder, (string)entry!)))];
    }

    private static IEnumerable<JsonObject> Resource(string path) =>
        Directory.Exists(path) ? LoadFrom(path) : KubernetesYaml.Read(File.ReadAllText(path), path);
}
