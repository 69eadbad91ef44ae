using System.Text.Json.Nodes;

namespace Jarpoint.Functions.Cluster.Objects;

/// <summary>An object as a manifest wants it.</summary>
/// <param name="ApiVersion">Such as <c>v1</c> or <c>apps/v1</c>.</param>
/// <param name="Kind">Such as <c>DaemonSet</c>.</param>
/// <param name="Namespace">Null for an object of the whole cluster.</param>
/// <param name="Name">Its name.</param>
/// <param name="Document">All of it; not to be changed.</param>
public sealed record ManifestObject(
    string ApiVersion, string Kind, string? Namespace, string Name, JsonObject Document)
{
    /// <summary>Empty for the core group.</summary>
    public string Group => ApiVersion.LastIndexOf('/') is >= 0 and var slash ? ApiVersion[..slash] : string.Empty;

    /// <summary>The same object in another version of its API is the same object.</summary>
    public (string Group, string Kind, string? Namespace, string Name) Identity => (Group, Kind, Namespace, Name);

    /// <summary>For messages: <c>DaemonSet jarpoint/jarpoint-node</c>.</summary>
    public override string ToString() => Namespace is null ? $"{Kind} {Name}" : $"{Kind} {Namespace}/{Name}";
}
