using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Jarpoint.LocalCloud.Machines.Simulated;

/// <summary>One mount as the parameter <c>Mounts</c> describes it.</summary>
internal sealed partial record MountSettings(string Bucket, string Prefix, string Mountpoint, string Others)
{
    /// <summary><c>bucket=a,mountpoint=/mnt/a bucket=b,prefix=x/</c>; false when the node script would refuse it.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out IReadOnlyList<MountSettings>? mounts)
    {
        mounts = null;
        if (!Shape().IsMatch(text))
        {
            return false;
        }

        var parsed = text.Split(' ').Select(One).ToArray();
        if (parsed.Any(mount => mount is null) || parsed.DistinctBy(mount => mount!.Mountpoint).Count() != parsed.Length)
        {
            return false;
        }

        mounts = parsed!;
        return true;
    }

    private static MountSettings? One(string text)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in text.Split(','))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            values[pair[..equals]] = pair[(equals + 1)..];
        }

        if (!values.Remove("bucket", out var bucket) || !BucketName().IsMatch(bucket))
        {
            return null;
        }

        values.Remove("prefix", out var prefix);
        values.Remove("mountpoint", out var mountpoint);
        mountpoint ??= "/mnt/jarpoint/s3";
        return Mountable().IsMatch(mountpoint) && (prefix is null || prefix.EndsWith('/'))
            ? new MountSettings(bucket, prefix ?? string.Empty, mountpoint, string.Join(',', values))
            : null;
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9-]*=[A-Za-z0-9._/:-]+(?:[ ,][a-z][a-z0-9-]*=[A-Za-z0-9._/:-]+)*\z")]
    private static partial Regex Shape();

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z")]
    private static partial Regex BucketName();

    [GeneratedRegex(@"\A(?:/(?!\.{1,2}(?:/|\z))[A-Za-z0-9._-]+){2,}\z")]
    private static partial Regex Mountable();
}
