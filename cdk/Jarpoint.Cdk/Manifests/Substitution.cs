using System.Text.Json.Nodes;

namespace Jarpoint.Cdk.Manifests;

/// <summary>One value of a plain manifest that a deployment knows better.</summary>
/// <param name="Kind">Kind of the object.</param>
/// <param name="Name">Its <c>metadata.name</c> in the plain manifest.</param>
/// <param name="Path">JSON Pointer to the value; see <see cref="ManifestPath"/>.</param>
/// <param name="Value">What takes its place; strings may hold CDK tokens. Null: it goes.</param>
internal sealed record Substitution(string Kind, string Name, string Path, JsonNode? Value)
{
    /// <summary>Whether the plain manifest need not have the value.</summary>
    public bool MayAdd { get; init; }
}
