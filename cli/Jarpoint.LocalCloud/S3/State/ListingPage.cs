namespace Jarpoint.LocalCloud.S3.State;

/// <summary>A page of a listing, in key order.</summary>
/// <param name="Objects">For a listing of versions: newest first within a key, markers included.</param>
/// <param name="CommonPrefixes">Groups, by the delimiter.</param>
/// <param name="Last">The last key or common prefix of a page that others follow; null on the last page.</param>
public sealed record ListingPage(
    IReadOnlyList<ListedVersion> Objects, IReadOnlyList<string> CommonPrefixes, string? Last)
{
    /// <summary>For versions: the last version, when the last item was one.</summary>
    public string? LastVersion { get; init; }
}

/// <summary>A version in a listing.</summary>
public sealed record ListedVersion(string Key, ObjectVersion Version, bool IsLatest);
