using System.Text.Json.Nodes;

namespace Jarpoint.LocalCloud.Kubernetes.Tables;

/// <summary>A column of a table.</summary>
/// <param name="Name">Its head.</param>
/// <param name="Cell">Its text for an object.</param>
/// <param name="Wide">Shown by <c>-o wide</c> only.</param>
internal sealed record TableColumn(string Name, Func<JsonObject, string> Cell, bool Wide = false);
