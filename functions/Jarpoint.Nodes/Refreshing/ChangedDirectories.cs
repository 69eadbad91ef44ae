using System.Text;
using Jarpoint.Nodes.Plan;

namespace Jarpoint.Nodes.Refreshing;

/// <summary>
/// The directories a node has to list so that changed keys become visible: the parents of the keys that some planned
/// mount shows, except the root of that mount.
/// </summary>
internal static class ChangedDirectories
{
    /// <summary>Of a URI that includes what is below it.</summary>
    public const string Below = "**";

    /// <summary>Characters that one parameter takes; more directories are folded into what they have in common.</summary>
    public const int MostCharacters = 2000;

    /// <summary>Lists of at most <see cref="MostCharacters"/>; more than one only when folding does not do.</summary>
    public static IReadOnlyList<string> Of(string bucket, IEnumerable<string> keys, MountPlan plan)
    {
        var prefixes = plan.Pools.Values.SelectMany(static mounts => mounts)
            .Where(mount => mount.Bucket == bucket).Select(static mount => mount.Prefix).Distinct().ToList();
        var directories = keys.Select(static key => key[..(key.LastIndexOf('/') + 1)])
            .Where(IsVisible).Distinct()
            .Where(directory => prefixes.Any(prefix => IsBelow(directory, prefix)))
            .Select(directory => new Directory(directory, Whole: false))
            .ToHashSet();
        while (LengthOf(bucket, directories) > MostCharacters && Fold(directories, prefixes) is { } folded)
        {
            directories = folded;
        }

        return Lists(bucket, directories);
    }

    /// <summary>Mountpoint shows no key with an empty, <c>.</c> or <c>..</c> part.</summary>
    private static bool IsVisible(string directory)
        => directory.TrimEnd('/') is { Length: > 0 } path && path.Length == directory.Length - 1
            && path.Split('/').All(static part => part.Length > 0 && part is not ("." or ".."));

    private static bool IsBelow(string directory, string prefix)
        => directory.Length > prefix.Length && directory.StartsWith(prefix, StringComparison.Ordinal);

    /// <summary>The deepest directories become their parents, as far as every mount that shows them shows those too.</summary>
    private static HashSet<Directory>? Fold(HashSet<Directory> directories, List<string> prefixes)
    {
        var foldable = directories.Where(directory => prefixes.All(
            prefix => !IsBelow(directory.Key, prefix) || IsBelow(directory.Parent, prefix))).ToList();
        if (foldable.Count == 0)
        {
            return null;
        }

        var depth = foldable.Max(static directory => directory.Depth);
        var parents = foldable.Where(directory => directory.Depth == depth).ToLookup(static d => d.Parent);
        var folded = directories.ToHashSet();
        foreach (var parent in parents)
        {
            folded.ExceptWith(parent);
            folded.Remove(new Directory(parent.Key, Whole: false));
            folded.Add(new Directory(parent.Key, Whole: true));
        }

        return folded;
    }

    private static int LengthOf(string bucket, HashSet<Directory> directories)
        => directories.Sum(directory => directory.Uri(bucket).Length + 1) - 1;

    private static List<string> Lists(string bucket, HashSet<Directory> directories)
    {
        var lists = new List<string>();
        foreach (var uri in directories.Select(directory => directory.Uri(bucket)).Order(StringComparer.Ordinal))
        {
            if (lists.Count > 0 && lists[^1].Length + 1 + uri.Length <= MostCharacters)
            {
                lists[^1] += ' ' + uri;
            }
            else
            {
                lists.Add(uri);
            }
        }

        return lists;
    }

    private sealed record Directory(string Key, bool Whole)
    {
        public int Depth => Key.Count(static c => c == '/');

        public string Parent => Key[..(Key.LastIndexOf('/', Key.Length - 2) + 1)];

        public string Uri(string bucket)
        {
            var uri = new StringBuilder("s3://").Append(bucket).Append('/');
            foreach (var unit in Encoding.UTF8.GetBytes(Key))
            {
                var plain = char.IsAsciiLetterOrDigit((char)unit) || (char)unit is '.' or '_' or '/' or '~' or '-';
                _ = plain ? uri.Append((char)unit) : uri.Append('%').Append(unit.ToString("X2", null));
            }

            return uri.Append(Whole ? Below : string.Empty).ToString();
        }
    }
}
