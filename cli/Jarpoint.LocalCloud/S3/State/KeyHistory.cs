namespace Jarpoint.LocalCloud.S3.State;

/// <summary>All versions of one key, oldest first.</summary>
internal sealed class KeyHistory(string key)
{
    private readonly List<ObjectVersion> versions = [];

    public string Key { get; } = key;

    public IReadOnlyList<ObjectVersion> Versions => versions;

    /// <summary>The newest version, which may be a delete marker.</summary>
    public ObjectVersion? Newest => versions.Count == 0 ? null : versions[^1];

    /// <summary>The object a plain GET finds.</summary>
    public ObjectVersion? Current => Newest is { IsDeleteMarker: false } newest ? newest : null;

    public ObjectVersion? Find(string versionId) => versions.Find(each => each.VersionId == versionId);

    /// <returns>The <c>null</c> version this one replaces.</returns>
    public ObjectVersion? Add(ObjectVersion version)
    {
        var replaced = version.VersionId == ObjectVersion.NullId ? Remove(ObjectVersion.NullId) : null;
        versions.Add(version);
        return replaced;
    }

    public ObjectVersion? Remove(string versionId)
    {
        var removed = Find(versionId);
        if (removed is not null)
            versions.Remove(removed);
        return removed;
    }
}
