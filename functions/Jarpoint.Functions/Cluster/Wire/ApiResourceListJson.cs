namespace Jarpoint.Functions.Cluster.Wire;

/// <summary>An APIResourceList of meta/v1: what a version of an API serves.</summary>
internal sealed record ApiResourceListJson(List<ApiResourceJson>? Resources);

/// <param name="Name">Plural; with a slash for a subresource.</param>
/// <param name="Kind">Of its objects.</param>
/// <param name="Namespaced">They live in namespaces.</param>
internal sealed record ApiResourceJson(string? Name, string? Kind, bool Namespaced);
