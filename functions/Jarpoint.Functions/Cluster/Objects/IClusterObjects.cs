using System.Text.Json.Nodes;

namespace Jarpoint.Functions.Cluster.Objects;

/// <summary>Objects of any kind in one cluster. Faults are outcomes; only cancellation is thrown.</summary>
internal interface IClusterObjects : IDisposable
{
    /// <returns>Found, Absent, Nowhere, Passing, Denied or Refused.</returns>
    Task<ObjectOutcome> FindAsync(ManifestObject manifest, CancellationToken cancellationToken);

    /// <summary>Creates it, or changes it to what the document says; fields the document does not name stay.</summary>
    /// <param name="manifest">Which object.</param>
    /// <param name="document">What it shall be.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Done, Nowhere, Passing, Denied or Refused.</returns>
    Task<ObjectOutcome> ApplyAsync(ManifestObject manifest, JsonObject document, CancellationToken cancellationToken);

    /// <summary>Begins the deletion of exactly the object that was seen; its finalizers are not waited for.</summary>
    /// <returns>Done, Absent, Nowhere, Passing, Denied or Refused.</returns>
    Task<ObjectOutcome> DeleteAsync(ManifestObject manifest, string uid, CancellationToken cancellationToken);
}
