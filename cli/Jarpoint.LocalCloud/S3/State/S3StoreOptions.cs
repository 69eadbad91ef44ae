namespace Jarpoint.LocalCloud.S3.State;

/// <summary>Where a store lives.</summary>
/// <param name="Directory">Holds the bodies and, when kept, the journal. One process at a time.</param>
/// <param name="Keep">
/// Reopening the directory restores buckets, versions and metadata; uploads in parts that were not completed are gone.
/// Otherwise the bodies are deleted with the store.
/// </param>
public sealed record S3StoreOptions(string Directory, bool Keep = false);
