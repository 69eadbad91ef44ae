namespace Jarpoint.LocalCloud.S3.State;

/// <summary>Which part of a bucket to list.</summary>
/// <param name="Prefix">Of keys; empty for all.</param>
/// <param name="Delimiter">Groups keys by what comes before it; empty for none.</param>
/// <param name="After">A key or a common prefix that was listed already, or null.</param>
/// <param name="MaxItems">Keys and common prefixes together.</param>
public sealed record ListingQuery(string Prefix = "", string Delimiter = "", string? After = null, int MaxItems = 1000)
{
    /// <summary>With <see cref="After"/>, for versions: the version listed last, or null when the key is done.</summary>
    public string? AfterVersion { get; init; }

    internal string First => After is not null && KeyOrder.Instance.Compare(After, Prefix) > 0 ? After : Prefix;

    /// <summary>The common prefix a key falls under, or null.</summary>
    internal string? GroupOf(string key)
    {
        if (Delimiter.Length == 0)
            return null;

        var end = key.IndexOf(Delimiter, Prefix.Length, StringComparison.Ordinal);
        return end < 0 ? null : key[..(end + Delimiter.Length)];
    }
}
