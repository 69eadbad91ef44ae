using System.Globalization;
using System.Security.Cryptography;
using Jarpoint.Catalog.Facts;

namespace Jarpoint.Catalog.Storage;

/// <summary>Keys, versions and delete markers. Not safe for concurrent use.</summary>
internal sealed class InMemoryBucket(bool versioned, TimeProvider time)
{
    private readonly Dictionary<string, List<InMemoryObject>> versions = new(StringComparer.Ordinal);
    private readonly SortedSet<string> current = new(KeyOrder.Instance);
    private long lastVersion;

    public InMemoryObject? Find(string key, string? versionId = null)
    {
        var found = versionId is null
            ? versions.GetValueOrDefault(key)?[^1]
            : versions.GetValueOrDefault(key)?.Find(version => version.Metadata.VersionId == versionId);
        return found is { IsMarker: false } ? found : null;
    }

    public ObjectMetadata Put(string key, byte[] content)
    {
        var metadata = new ObjectMetadata(
            content.Length,
            Convert.ToHexStringLower(MD5.HashData(content)),
            Now(),
            NextVersion(),
            Convert.ToHexStringLower(SHA256.HashData(content)));
        Add(key, new InMemoryObject(content, metadata));
        return metadata;
    }

    /// <summary>Deletes the object, or puts a marker on top of it; returns the marker's version id.</summary>
    public string? Delete(string key)
    {
        if (!versioned)
        {
            versions.Remove(key);
            current.Remove(key);
            return null;
        }

        var marker = new InMemoryObject(null, new ObjectMetadata(0, "", Now(), NextVersion()));
        Add(key, marker);
        return marker.Metadata.VersionId;
    }

    public void DeleteVersion(string key, string versionId)
    {
        if (!versions.TryGetValue(key, out var all))
        {
            return;
        }

        all.RemoveAll(version => version.Metadata.VersionId == versionId);
        if (all.Count == 0)
        {
            versions.Remove(key);
        }

        Index(key);
    }

    public List<ListedObject> Page(string prefix, string? startAfter, int size)
    {
        var from = startAfter is not null && KeyOrder.Instance.Compare(startAfter, prefix) > 0 ? startAfter : prefix;
        var page = new List<ListedObject>();
        foreach (var key in current.GetViewBetween(from, "\U0010FFFF"))
        {
            if (page.Count == size || !key.StartsWith(prefix, StringComparison.Ordinal))
            {
                break;
            }

            if (key != startAfter)
            {
                var metadata = versions[key][^1].Metadata;
                page.Add(new ListedObject(key, metadata.Size, metadata.ETag, metadata.LastModified));
            }
        }

        return page;
    }

    /// <summary>S3 keeps whole seconds.</summary>
    public DateTimeOffset Now() => DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());

    private void Add(string key, InMemoryObject version)
    {
        if (!versioned || !versions.TryGetValue(key, out var all))
        {
            versions[key] = all = [];
        }

        all.Add(version);
        Index(key);
    }

    private void Index(string key)
    {
        if (Find(key) is null)
        {
            current.Remove(key);
        }
        else
        {
            current.Add(key);
        }
    }

    private string? NextVersion()
        => versioned ? (++lastVersion).ToString("x32", CultureInfo.InvariantCulture) : null;
}
