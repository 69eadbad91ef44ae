using Jarpoint.Jars.Versions;

namespace Jarpoint.Cli.Resolve;

/// <summary>A jar somebody asks for.</summary>
internal abstract record JarRequest(string Text)
{
    private const string Latest = "latest";

    /// <summary>The object under a key.</summary>
    internal sealed record Key(string Text) : JarRequest(Text);

    /// <summary>Exactly one version, as it is written or as Maven's order says it is equal.</summary>
    internal sealed record Exact(string Text, string Group, string Artifact, string Version) : JarRequest(Text);

    /// <summary>The newest version of a range, or of all when there is none; a release before any pre-release.</summary>
    internal sealed record Newest(string Text, string Group, string Artifact, VersionRange? Range) : JarRequest(Text);

    /// <exception cref="UsageException">The text is neither coordinates nor a key.</exception>
    public static JarRequest Parse(string text)
    {
        switch (text.Split(':'))
        {
            case [{ Length: > 0 } group, { Length: > 0 } artifact, { Length: > 0 } version]:
                return version == Latest ? new Newest(text, group, artifact, null)
                    : !VersionRange.LooksLikeOne(version) ? new Exact(text, group, artifact, version)
                    : VersionRange.TryParse(version) is { } range ? new Newest(text, group, artifact, range)
                    : throw new UsageException($"{text}: {version} is no version range such as [1.0,2.0)");
            case [{ Length: > 0 }] when text.Contains('/', StringComparison.Ordinal):
                return new Key(text);
            default:
                throw new UsageException($"{text}: G:A:VERSION, G:A:[FROM,TO), G:A:{Latest}, or a key");
        }
    }
}
