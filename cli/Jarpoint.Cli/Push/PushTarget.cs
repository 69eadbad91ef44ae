using System.Diagnostics.CodeAnalysis;

namespace Jarpoint.Cli.Push;

/// <summary>Where jars go: a bucket, and a prefix that ends in a slash.</summary>
internal sealed record PushTarget(string Bucket, string Prefix)
{
    private const string Scheme = "s3://";

    /// <summary>The prefix whose uploads reach the catalog.</summary>
    private const string Catalogued = "jars/";

    /// <exception cref="UsageException">It is no such address, or the catalog does not look there.</exception>
    public static PushTarget Parse(string text)
        => TryParse(text, out var target)
            ? target
            : throw new UsageException($"--to {text}: s3://BUCKET/jars/ or a prefix below it, such as s3://BUCKET/jars/my-team/");

    public string KeyOf(string path) => Prefix + Path.GetFileName(path);

    private static bool TryParse(string text, [NotNullWhen(true)] out PushTarget? target)
    {
        target = null;
        if (text.StartsWith(Scheme, StringComparison.Ordinal)
            && text.IndexOf('/', Scheme.Length) is > 0 and var slash
            && slash > Scheme.Length)
        {
            var prefix = text[(slash + 1)..];
            prefix = prefix.EndsWith('/') ? prefix : prefix + "/";
            if (prefix.StartsWith(Catalogued, StringComparison.Ordinal)
                && !prefix.Contains("//", StringComparison.Ordinal)
                && !prefix.Split('/').Any(static part => part is "." or ".."))
            {
                target = new PushTarget(text[Scheme.Length..slash], prefix);
            }
        }

        return target is not null;
    }
}
