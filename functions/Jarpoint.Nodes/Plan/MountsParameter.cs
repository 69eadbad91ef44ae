using System.Text.RegularExpressions;

namespace Jarpoint.Nodes.Plan;

/// <summary>
/// The parameter <c>Mounts</c> of the mount document: <c>bucket=a,mountpoint=/mnt/a bucket=b,prefix=x/,mountpoint=/mnt/b</c>.
/// Its grammar leaves no character that a shell, JSON or SSM's own <c>{{ }}</c> could read as anything else.
/// </summary>
public static partial class MountsParameter
{
    public const string Name = "Mounts";

    public const int MostCharacters = 4000;

    /// <summary>As the document's allowedPattern has it.</summary>
    public const string Pattern =
        "^[a-z][a-z0-9-]*=[A-Za-z0-9._/:-]+([ ,][a-z][a-z0-9-]*=[A-Za-z0-9._/:-]+)*$";

    /// <exception cref="InvalidMountPlanException">A name or value is outside the grammar, or there is no mount.</exception>
    public static string Format(IReadOnlyList<MountSpec> mounts)
    {
        var faults = mounts.SelectMany(FaultsOf).ToList();
        var text = string.Join(' ', mounts.Select(
            static mount => string.Join(',', SettingsOf(mount).Select(static setting => $"{setting.Key}={setting.Value}"))));
        if (mounts.Count == 0)
        {
            faults.Add("There is no mount.");
        }

        if (text.Length > MostCharacters)
        {
            faults.Add($"The mounts of a pool take {text.Length} characters, the limit is {MostCharacters}.");
        }

        return faults.Count == 0 ? text : throw new InvalidMountPlanException(faults);
    }

    internal static IEnumerable<KeyValuePair<string, string>> SettingsOf(MountSpec mount)
    {
        yield return new("bucket", mount.Bucket);
        if (mount.Prefix.Length > 0)
        {
            yield return new("prefix", mount.Prefix);
        }

        yield return new("mountpoint", mount.Mountpoint);
        foreach (var setting in mount.Settings.OrderBy(static setting => setting.Key, StringComparer.Ordinal))
        {
            yield return setting;
        }
    }

    /// <summary>Which values of a mount the grammar does not take.</summary>
    internal static IEnumerable<string> FaultsOf(MountSpec mount)
        => SettingsOf(mount)
            .Where(static setting => !Key().IsMatch(setting.Key) || !Value().IsMatch(setting.Value))
            .Select(setting => $"Mount '{mount.Mountpoint}': {setting.Key}='{setting.Value}' has characters other than "
                + "letters, digits and ._/:-, or none.");

    [GeneratedRegex(@"\A[a-z][a-z0-9-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Key();

    [GeneratedRegex(@"\A[A-Za-z0-9._/:-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Value();
}
