using System.Text.RegularExpressions;

namespace Jarpoint.Nodes.Plan;

/// <summary>What a mount plan must keep to, beside the grammar of <see cref="MountsParameter"/>.</summary>
internal static partial class MountPlanRules
{
    private static readonly HashSet<string> SystemDirectories = new(StringComparer.Ordinal)
    {
        "bin", "boot", "dev", "etc", "lib", "lib64", "proc", "root", "run", "sbin", "sys", "tmp", "usr", "var",
    };

    public static IEnumerable<string> FaultsOf(string pool, IReadOnlyList<MountSpec> mounts)
    {
        var own = mounts.SelectMany(mount => FaultsOf(mount).Concat(MountsParameter.FaultsOf(mount)));
        var together = PairFaults(mounts);
        var faults = own.Concat(together).Select(fault => $"Pool '{pool}': {fault}");
        return Pool().IsMatch(pool) ? faults : faults.Prepend($"Pool '{pool}' is no name of a node pool and not '*'.");
    }

    /// <summary>Absolute, without empty, <c>.</c> or <c>..</c> segments, without a slash at the end.</summary>
    private static bool IsNormalized(string path)
        => path.Length > 1 && path[0] == '/'
            && path[1..].Split('/').All(static segment => segment.Length > 0 && segment is not ("." or ".."));

    private static IEnumerable<string> FaultsOf(MountSpec mount)
    {
        var at = $"Mount '{mount.Mountpoint}':";
        if (!Bucket().IsMatch(mount.Bucket) || mount.Bucket.Contains("..", StringComparison.Ordinal)
            || Address().IsMatch(mount.Bucket))
        {
            yield return $"{at} '{mount.Bucket}' is no name of a bucket.";
        }

        if (mount.Prefix.Length > 0 && (mount.Prefix[^1] != '/' || !IsNormalized('/' + mount.Prefix[..^1])))
        {
            yield return $"{at} prefix '{mount.Prefix}' must end in a slash and have no empty, '.' or '..' part.";
        }

        if (!IsNormalized(mount.Mountpoint) || mount.Mountpoint.Count(static c => c == '/') < 2)
        {
            yield return $"{at} must be an absolute, normalized path of at least two parts: pods mount its parent.";
        }
        else if (SystemDirectories.Contains(mount.Mountpoint.Split('/')[1]))
        {
            yield return $"{at} lies in a directory of the system.";
        }

        foreach (var (name, value) in mount.Settings)
        {
            if (!MountSettings.Known.TryGetValue(name, out var shape))
            {
                yield return $"{at} setting '{name}' is not one of {string.Join(", ", MountSettings.Names)}.";
            }
            else if (!Fits(shape, value))
            {
                yield return $"{at} {name} '{value}' is no {Wanted(shape)}.";
            }
        }
    }

    private static IEnumerable<string> PairFaults(IReadOnlyList<MountSpec> mounts)
    {
        for (var i = 0; i < mounts.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (one, other) = (mounts[j].Mountpoint, mounts[i].Mountpoint);
                if (one == other)
                {
                    yield return $"Mount '{one}' is there twice.";
                }
                else if (Inside(one, other) || Inside(other, one))
                {
                    yield return $"Mounts '{one}' and '{other}' lie one inside the other.";
                }

                // mount-s3 empties its cache directory when it starts, whoever else uses it.
                if (mounts[j].Settings.TryGetValue(MountSettings.CacheDirectory, out var cache)
                    && mounts[i].Settings.TryGetValue(MountSettings.CacheDirectory, out var second) && cache == second)
                {
                    yield return $"Mounts '{one}' and '{other}' share the cache directory '{cache}'.";
                }
            }
        }
    }

    private static bool Inside(string inner, string outer) => inner.StartsWith(outer + "/", StringComparison.Ordinal);

    private static bool Fits(SettingShape shape, string value) => shape switch
    {
        SettingShape.Number => Number().IsMatch(value),
        SettingShape.Account => Account().IsMatch(value),
        SettingShape.Path => IsNormalized(value),
        _ => true,
    };

    private static string Wanted(SettingShape shape) => shape switch
    {
        SettingShape.Number => "whole number of at least 1",
        SettingShape.Account => "account id of 12 digits",
        _ => "absolute, normalized path",
    };

    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
    [GeneratedRegex(@"\A[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Bucket();

    [GeneratedRegex(@"\A[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"\A(?:\*|[a-z0-9](?:[a-z0-9.-]{0,61}[a-z0-9])?)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pool();

    [GeneratedRegex(@"\A[1-9][0-9]{0,8}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"\A[0-9]{12}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Account();
}
