namespace Jarpoint.LocalCloud.Kubernetes.Patches;

/// <summary>A JSON Patch is well formed and does not apply to the object.</summary>
public sealed class JsonPatchException(string message) : Exception(message);
