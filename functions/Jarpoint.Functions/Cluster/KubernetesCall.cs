namespace Jarpoint.Functions.Cluster;

/// <summary>One request to the API server.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">With query, from the root.</param>
/// <param name="Verb">As RBAC calls it.</param>
/// <param name="Resource">As RBAC calls it, such as <c>nodes/status</c>.</param>
/// <param name="Name">Of the object; empty for a list.</param>
internal sealed record KubernetesCall(HttpMethod Method, string Path, string Verb, string Resource, string Name)
{
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Of the body; null without one.</summary>
    public string? ContentType { get; init; }

    /// <summary>For messages: <c>patch nodes/status ip-10-0-0-1</c>.</summary>
    public override string ToString() => Name.Length == 0 ? $"{Verb} {Resource}" : $"{Verb} {Resource} {Name}";
}
