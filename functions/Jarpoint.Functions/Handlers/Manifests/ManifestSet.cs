using Jarpoint.Functions.Cluster.Objects;

namespace Jarpoint.Functions.Handlers.Manifests;

/// <summary>The objects that one custom resource keeps in a cluster.</summary>
/// <param name="Cluster">Name of the EKS cluster.</param>
/// <param name="Objects">In the order to apply them; to delete them is the reverse.</param>
internal sealed record ManifestSet(string Cluster, IReadOnlyList<ManifestObject> Objects)
{
    /// <summary>The set defines this kind itself: the API serves it a moment after.</summary>
    public bool Defines(ManifestObject manifest)
        => Objects.Any(each => each.Kind == InstallOrder.Definition
            && each.Document["spec"]?["group"]?.ToString() == manifest.Group
            && each.Document["spec"]?["names"]?["kind"]?.ToString() == manifest.Kind);

    /// <summary>The objects that are not in another set.</summary>
    public IEnumerable<ManifestObject> Except(ManifestSet other)
        => Objects.ExceptBy(other.Objects.Select(each => each.Identity), each => each.Identity);
}
