namespace Jarpoint.Functions.Cluster.Objects;

/// <summary>How the API serves a kind of object.</summary>
/// <param name="ApiVersion">Such as <c>apps/v1</c>.</param>
/// <param name="Plural">Its name in paths.</param>
/// <param name="Namespaced">Its objects live in namespaces.</param>
internal sealed record ApiResource(string ApiVersion, string Plural, bool Namespaced)
{
    /// <summary>Address of the resources of an API version.</summary>
    public static string RootOf(string apiVersion)
        => apiVersion.Contains('/', StringComparison.Ordinal) ? $"/apis/{apiVersion}" : $"/api/{apiVersion}";

    /// <summary>As RBAC calls it.</summary>
    public string Qualified
        => ApiVersion.LastIndexOf('/') is >= 0 and var slash ? $"{Plural}.{ApiVersion[..slash]}" : Plural;

    public string PathOf(ManifestObject manifest)
        => Namespaced
            ? $"{RootOf(ApiVersion)}/namespaces/{Uri.EscapeDataString(manifest.Namespace!)}/{Plural}/{Uri.EscapeDataString(manifest.Name)}"
            : $"{RootOf(ApiVersion)}/{Plural}/{Uri.EscapeDataString(manifest.Name)}";
}
