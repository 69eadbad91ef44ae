using System.Text;

namespace Jarpoint.Cli.Resolve;

/// <summary>Where Spark finds a jar of the mount: <c>local:</c> is a file that every pod has already.</summary>
internal static class SparkLocation
{
    public const string DefaultMountpoint = "/mnt/jarpoint/s3";

    private const string Scheme = "local://";

    // Everything else that a key may hold would end or change the address, or the list it stands in.
    private const string Plain = "/-._~+@=$!*()";

    /// <summary>Address of a key below a mountpoint that shows the whole bucket.</summary>
    public static string Of(string mountpoint, string key)
    {
        var address = new StringBuilder(Scheme);
        foreach (var unit in Encoding.UTF8.GetBytes($"{mountpoint.TrimEnd('/')}/{key}"))
        {
            if (char.IsAsciiLetterOrDigit((char)unit) || Plain.Contains((char)unit, StringComparison.Ordinal))
            {
                address.Append((char)unit);
            }
            else
            {
                address.Append('%').Append(Convert.ToHexString([unit]));
            }
        }

        return address.ToString();
    }

    /// <summary>The key that an address below the mountpoint, or a bare path there, names; null for any other.</summary>
    public static string? KeyOf(string mountpoint, string address)
    {
        var path = address;
        foreach (var scheme in new[] { "local:", "file:" })
        {
            if (address.StartsWith(scheme, StringComparison.Ordinal))
            {
                // local:///a, local:/a and local://host/a are all written; a host is never meant.
                path = "/" + Uri.UnescapeDataString(address[scheme.Length..]).TrimStart('/');
            }
        }

        var root = mountpoint.TrimEnd('/') + "/";
        return path.StartsWith(root, StringComparison.Ordinal) && path.Length > root.Length ? path[root.Length..] : null;
    }
}
