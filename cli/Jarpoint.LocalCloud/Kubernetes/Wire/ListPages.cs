using System.Globalization;
using System.Text;

namespace Jarpoint.LocalCloud.Kubernetes.Wire;

/// <summary>
/// Lists in pages that all show one revision, as etcd's snapshots do. A list is forgotten after a while, as etcd
/// compacts; its tokens then answer 410. Safe for concurrent use.
/// https://kubernetes.io/docs/reference/using-api/api-concepts/#retrieving-large-results-sets-in-chunks
/// </summary>
internal sealed class ListPages(KubernetesStore store, TimeProvider time)
{
    private const int MostLists = 100;

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private readonly SortedDictionary<long, Listed> lists = [];
    private long lastList;

    public ListPage Read(ApiPath path, ListQuery query)
        => query.Continue is { } token ? Next(token, query.Limit) : First(path, query);

    private ListPage First(ApiPath path, ListQuery query)
    {
        var (revision, all) = store.List(path.Kind);
        var found = all.Where(each => query.Matches(each, path.Namespace)).ToArray();
        return Page(new Listed(revision, found, time.GetUtcNow()), null, 0, query.Limit);
    }

    private ListPage Next(string token, int? limit)
    {
        var (number, offset) = Parse(token);
        lock (gate)
        {
            if (!lists.TryGetValue(number, out var list) || time.GetUtcNow() - list.At > Lifetime)
            {
                lists.Remove(number);
                throw Statuses.Expired(
                    "The provided continue parameter is too old to display a consistent list result. You must start a "
                    + "new list without the continue parameter.");
            }

            return Page(list, number, offset, limit);
        }
    }

    private ListPage Page(Listed list, long? number, int offset, int? limit)
    {
        var count = Math.Min(limit ?? int.MaxValue, list.Objects.Length - offset);
        var items = list.Objects.AsMemory(offset, count);
        var remaining = list.Objects.Length - offset - count;
        var token = remaining > 0 ? TokenOf(number ?? Remember(list), offset + count) : null;
        return new ListPage(list.Revision, items, token, remaining);
    }

    private long Remember(Listed list)
    {
        lock (gate)
        {
            lists.Add(++lastList, list);
            if (lists.Count > MostLists)
            {
                lists.Remove(lists.Keys.First());
            }

            return lastList;
        }
    }

    private static string TokenOf(long number, int offset)
        => Convert.ToBase64String(
            Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{number}:{offset}")));

    private static (long Number, int Offset) Parse(string token)
    {
        var buffer = new byte[token.Length];
        return Convert.TryFromBase64String(token, buffer, out var length)
            && Encoding.ASCII.GetString(buffer, 0, length).Split(':') is [var first, var second]
            && long.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
                ? (number, offset)
                : throw Statuses.BadRequest("continue key is not valid");
    }

    private sealed record Listed(long Revision, StoredObject[] Objects, DateTimeOffset At);
}
