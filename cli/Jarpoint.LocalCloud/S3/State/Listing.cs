namespace Jarpoint.LocalCloud.S3.State;

/// <summary>Walks a bucket in key order and cuts a page out of it.</summary>
internal static class Listing
{
    public static ListingPage Objects(BucketState bucket, ListingQuery query) =>
        Cut(query, InRange(bucket, query)
            .Where(history => history.Key != query.After && history.Current is not null)
            .Select(history => new ListedVersion(history.Key, history.Current!, IsLatest: true)));

    public static ListingPage Versions(BucketState bucket, ListingQuery query) =>
        Cut(query, InRange(bucket, query).SelectMany(history => VersionsAfter(history, query)));

    private static ListingPage Cut(ListingQuery query, IEnumerable<ListedVersion> candidates)
    {
        var objects = new List<ListedVersion>();
        var groups = new List<string>();
        ListedVersion? lastObject = null;
        string? last = null;
        foreach (var candidate in candidates)
        {
            var group = query.GroupOf(candidate.Key);
            if (group is not null && (group == query.After || group == groups.LastOrDefault()))
                continue;
            if (objects.Count + groups.Count >= query.MaxItems)
                return new ListingPage(objects, groups, last) { LastVersion = lastObject?.Version.VersionId };

            if (group is null)
                objects.Add(candidate);
            else
                groups.Add(group);
            lastObject = group is null ? candidate : null;
            last = group ?? candidate.Key;
        }

        return new ListingPage(objects, groups, Last: null);
    }

    private static IEnumerable<KeyHistory> InRange(BucketState bucket, ListingQuery query) =>
        bucket.From(query.First).TakeWhile(history => history.Key.StartsWith(query.Prefix, StringComparison.Ordinal));

    // A version that vanished between two pages must not hide its older siblings: then the key is listed again.
    private static IEnumerable<ListedVersion> VersionsAfter(KeyHistory history, ListingQuery query)
    {
        var newestFirst = history.Versions.Reverse().ToList();
        var skipped = 0;
        if (history.Key == query.After)
        {
            skipped = query.AfterVersion is null
                ? newestFirst.Count
                : 1 + newestFirst.FindIndex(each => each.VersionId == query.AfterVersion);
        }

        return newestFirst.Skip(skipped)
            .Select(version => new ListedVersion(history.Key, version, version == history.Newest));
    }
}
