namespace Jarpoint.Catalog.Maven;

/// <summary>A mark and the state of the object it was read from.</summary>
/// <param name="Mark">What it says.</param>
/// <param name="ETag">Null when there is none yet.</param>
internal sealed record StoredMark(MavenMark Mark, string? ETag);
