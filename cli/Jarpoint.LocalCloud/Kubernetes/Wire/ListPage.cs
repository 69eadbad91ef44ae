namespace Jarpoint.LocalCloud.Kubernetes.Wire;

/// <summary>A page of a list.</summary>
/// <param name="ResourceVersion">Revision that all pages of the list show.</param>
/// <param name="Items">Objects of this page.</param>
/// <param name="Continue">Token of the next page, or null after the last.</param>
/// <param name="Remaining">Objects after this page.</param>
internal sealed record ListPage(
    long ResourceVersion, ReadOnlyMemory<StoredObject> Items, string? Continue, int Remaining);
